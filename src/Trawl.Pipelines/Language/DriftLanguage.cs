using System.Globalization;
using System.Text.Json.Nodes;
using Trawl.Model.Plans;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Language;

/// <summary>Keys of <c>drift</c>.</summary>
internal static class DriftLanguage
{
    private static readonly DriftPlan _default = new();

    public static readonly MapShape Settings = new("drift", () => Keys)
    {
        Doc = "How a run is compared with earlier completed runs of the pipeline when it ends.",
        Example = """
            drift:
              runs: 5
              change: 10
              ignore: [product.discount]
              since: 2026-11-21
            """,
    };

    public static readonly UnionShape Drift = new()
    {
        Scalar = Scalars.Choice("drift setting", ("on", "Runs are compared."), ("off", "They are not.")),
        Map = Settings,
    };

    private static readonly ScalarShape _moment = new("moment", "day or time", CheckMoment, () => new JsonObject { ["type"] = "string" })
    {
        Doc = "ISO 8601: `2026-11-21`, `2026-11-21T14:00Z`. Without a zone it is UTC.",
    };

    private static readonly ScalarShape _subject = Scalars.Name("driftSubject", "record type or field",
        @"^[a-z][a-zA-Z0-9_-]{0,63}(\.[\p{L}_][\p{L}\p{N}_-]{0,63})*$", "a record type, or `type.field`");

    private static IReadOnlyList<Key> Keys =>
    [
        new("runs", Scalars.Integer(1, 50), "Earlier completed runs to compare with.") { Default = Number(_default.Runs) },
        new("least", Scalars.Integer(1, 1_000_000), "Values, records or pages below which nothing is judged.")
        { Default = Number(_default.Least) },
        new("change", Scalars.Integer(1, 100), "Smallest change of a share that counts, in per cent of all.")
        { Default = Number(_default.Change) },
        new("ignore", UnionShape.OneOrMany(_subject),
            "What is not judged: `product` a record type with its fields, `product.price` a field, `pages.listing` a rule.")
        { Default = "nothing" },
        new("since", _moment, "Runs accepted before this are not compared with: what changed then was meant.")
        { Default = "all runs count", Example = "2026-11-21" },
    ];

    private static Fault? CheckMoment(string text) => Moment.TryParse(text, out _)
        ? null
        : new Fault(Rules.BadMoment, $"\"{text}\" is neither a day nor a time.");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
