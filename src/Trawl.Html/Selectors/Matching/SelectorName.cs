using Trawl.Html.Dom;

namespace Trawl.Html.Selectors.Matching;

/// <summary>A name in a selector: known to the name table, or looked up in each document.</summary>
internal sealed class SelectorName(string text)
{
    public string Text => text;

    /// <summary>The process-wide id, or -1 for a name only documents know.</summary>
    public int Fixed { get; } = NameTable.Find(text);
}
