namespace Trawl.Html.Selectors.XPath;

/// <summary>Leaves the platform's engine, which knows no other way to stop; never leaves this room.</summary>
internal sealed class XPathBudgetException : Exception;
