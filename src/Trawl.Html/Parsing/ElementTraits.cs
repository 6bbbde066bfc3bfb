namespace Trawl.Html.Parsing;

/// <summary>Which sets of the standard an element is in.</summary>
[Flags]
internal enum ElementTraits : byte
{
    None = 0,

    /// <summary>The special category (HTML standard, 13.2.4.2).</summary>
    Special = 1,

    /// <summary>Ends "has an element in scope".</summary>
    Scope = 2,

    /// <summary>Ends list item scope, over and above <see cref="Scope"/>.</summary>
    ListScope = 4,

    /// <summary>Ends table scope.</summary>
    TableScope = 8,

    /// <summary>Closed by "generate implied end tags".</summary>
    ImpliedEnd = 16,

    /// <summary>Closed by "generate all implied end tags thoroughly", over and above <see cref="ImpliedEnd"/>.</summary>
    ThoroughImpliedEnd = 32,

    /// <summary>A table or a part of one that holds parts: text in it is foster parented.</summary>
    TablePart = 64,

    /// <summary>Has no end tag.</summary>
    Void = 128,
}
