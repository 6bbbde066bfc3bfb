namespace Trawl.Html.Parsing;

/// <summary>The states between tokens; those within a token are where the reading methods are.</summary>
internal enum TokenizerState : byte
{
    Data,
    Rcdata,
    RawText,
    ScriptData,
    Plaintext,
    CdataSection,
}
