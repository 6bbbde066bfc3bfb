using Trawl.Sdk.Records;

namespace Trawl.Sdk.Pages;

/// <summary>Makes records of a page. Kind <c>extract</c>.</summary>
public interface IPageExtractor
{
    /// <summary>
    /// Adds the page's records to <paramref name="records"/>. The same page must give the same records: a call may be
    /// repeated. An exception fails the page, by the plugin's name and the exception's message.
    /// </summary>
    ValueTask ExtractAsync(PluginPage page, RecordList records);
}
