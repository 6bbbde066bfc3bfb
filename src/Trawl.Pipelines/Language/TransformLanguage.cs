using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Language;

/// <summary>Transforms of a text.</summary>
internal static class TransformLanguage
{
    private static readonly (string, string)[] _plain =
    [
        ("trim", "Removes white space at both ends."),
        ("collapse", "Makes one blank of each run of white space."),
        ("lower", "Lower case, invariant."),
        ("upper", "Upper case, invariant."),
        ("stripTags", "Removes HTML tags."),
        ("unescape", "Replaces HTML character references."),
    ];

    public static readonly MapShape Transform = new("transform", () => Keys)
    {
        Doc = "A change to the text that takes arguments.",
        NeedsOne = true,
        OneOf = ["replace", "regex", "remove", "split", "join", "prefix", "suffix", "slice", "map"],
        UnknownKeyRule = Rules.UnknownTransform,
        Example = """
            clean: { css: .x, transforms: [trim, lower, { replace: [a, b] }, { regex: "(\\d+)" }, { split: "," }] }
            """,
    };

    private static readonly UnionShape _one = new()
    {
        Scalar = Scalars.Choice(Rules.UnknownTransform, "transform without arguments", _plain),
        Map = Transform,
    };

    public static readonly UnionShape Transforms =
        new() { Scalar = _one.Scalar, List = new ListShape(_one), Map = Transform };

    private static IReadOnlyList<Key> Keys =>
    [
        new("replace", new ListShape(Scalars.Text) { Count = 2 },
            "Replaces each occurrence of the first text by the second."),
        new("regex", Kinds.Regex,
            "Keeps group 1 of the first match, or the match where there is no group; nothing where nothing matches."),
        new("remove", Kinds.Regex, "Removes each match."),
        new("split", Scalars.Text, "Cuts the text at each separator, which makes a list."),
        new("join", Scalars.Text, "Joins a list with a separator."),
        new("prefix", Scalars.Text, "Puts a text before."),
        new("suffix", Scalars.Text, "Puts a text behind."),
        new("slice", new ListShape(Scalars.Integer(int.MinValue, int.MaxValue)) { Count = 2 },
            "Keeps a part: start (negative counts from the end) and length."),
        new("map", new TableShape(Scalars.Text, Scalars.Text),
            "Replaces a text that equals a key by its value; others stay."),
    ];
}
