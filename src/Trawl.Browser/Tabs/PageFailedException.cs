namespace Trawl.Browser.Tabs;

/// <summary>A page that could not be made ready; the message is for people.</summary>
internal sealed class PageFailedException(string message) : Exception(message);
