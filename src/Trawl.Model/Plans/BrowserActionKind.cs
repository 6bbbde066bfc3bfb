namespace Trawl.Model.Plans;

/// <summary>What is done on a page before it is read.</summary>
public enum BrowserActionKind
{
    /// <summary>Clicks the first element found.</summary>
    Click,

    /// <summary>Writes a text into the first field found.</summary>
    Fill,

    /// <summary>Scrolls to the end, again while the page grows.</summary>
    Scroll,

    /// <summary>Clicks again and again and keeps what the page showed before each click.</summary>
    Next,

    /// <summary>Waits until an element is there.</summary>
    WaitFor,
}
