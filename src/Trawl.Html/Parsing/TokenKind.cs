namespace Trawl.Html.Parsing;

/// <summary>What a tokenizer emits (HTML standard, 13.2.5).</summary>
internal enum TokenKind : byte
{
    EndOfFile,
    Doctype,
    StartTag,
    EndTag,
    Comment,
    Characters,
}
