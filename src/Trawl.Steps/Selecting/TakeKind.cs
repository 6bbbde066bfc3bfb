namespace Trawl.Steps.Selecting;

/// <summary>What is taken from a found element.</summary>
internal enum TakeKind : byte
{
    Text,
    RawText,
    OwnText,
    TextNodes,
    Html,
    InnerHtml,
    Attribute,
}
