namespace Trawl.Browser.Tabs;

/// <summary>The browser died under the page: nobody's fault, so another one may try.</summary>
internal sealed class BrowserLostException(string message, Exception? inner = null) : Exception(message, inner);
