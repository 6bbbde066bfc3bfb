namespace Trawl.Sdk.Pages;

/// <summary>Makes another document of a page, for the rules of the pipeline. Kind <c>parse</c>.</summary>
public interface IPageParser
{
    /// <summary>
    /// The document, or null to leave the page as it is. The same page must give the same document: a call may be repeated.
    /// An exception fails the page, by the plugin's name and the exception's message.
    /// </summary>
    ValueTask<ParsedDocument?> ParseAsync(PluginPage page);
}
