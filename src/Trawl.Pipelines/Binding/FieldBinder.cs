using Trawl.Model.Plans;
using Trawl.Pipelines.Language;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds fields.</summary>
internal sealed class FieldBinder(PlanPlaces places)
{
    private static readonly Dictionary<string, FieldSource> _sources = new(StringComparer.Ordinal)
    {
        ["url"] = FieldSource.PageUrl, ["fetchedAt"] = FieldSource.FetchedAt, ["status"] = FieldSource.Status,
    };

    public IReadOnlyList<FieldPlan> Bind(IReadOnlyList<MapEntry> entries) =>
        [.. entries.Select(e => places.Add(Field(e.Name, e.Value), e.Value is MapNode ? e.Value : e.Key))];

    private FieldPlan Field(string name, Node node)
    {
        if (node is not MapNode map) return WithSelectors(new FieldPlan { Name = name }, Selectors(node.Items()));
        var source = Source(map);
        var field = new FieldPlan
        {
            Name = name,
            Source = source,
            Constant = map.Text("value"),
            Type = Type(map, source),
            Many = map.Flag("many"),
            Limit = map.Count("limit"),
            Locale = map.Text("locale"),
            Formats = map.Texts("formats"),
            Zone = map.Text("zone"),
            Transforms = TransformBinder.Bind(map["transforms"]),
            Rules = FieldRulesOf(map),
            Default = map.Text("default"),
            Fields = Bind(map.Entries("fields")),
        };
        field = WithSelectors(field, Selectors(map));
        return map.Text("take") is { } take ? field with { Take = take } : field;
    }

    /// <summary>
    /// A field has one take where its selectors agree; where they do not, each selector keeps its own.
    /// </summary>
    private static FieldPlan WithSelectors(FieldPlan field, List<SelectorSpec> selectors)
    {
        var takes = selectors.Select(s => s.Take).Distinct().ToList();
        bool agree = takes.Count == 1;
        var own = agree ? selectors.Select(s => s with { Take = null }) : selectors;
        return field with
        {
            Take = agree && takes[0] is { } take ? take : field.Take,
            // An empty selector alone means the record's own element, which a plan writes as no selector.
            Selectors = selectors is [{ Text.Length: 0 }] ? [] : [.. own],
        };
    }

    private static List<SelectorSpec> Selectors(MapNode map)
    {
        if (map["count"] is { } counted) return Selectors([counted]);
        if (map["any"] is { } any) return Selectors(any.Items());
        // "take" of the field's own map is the field's.
        return SelectorBinder.One(map) is { } one ? [one] : [];
    }

    private static List<SelectorSpec> Selectors(IReadOnlyList<Node> items) =>
        [.. items.Select(SelectorBinder.One).OfType<SelectorSpec>()];

    private static FieldSource Source(MapNode map)
    {
        if (map["count"] is not null) return FieldSource.Count;
        if (map["value"] is not null) return FieldSource.Constant;
        return map.Text("from") is { } from ? _sources.GetValueOrDefault(from) : FieldSource.Selectors;
    }

    private static FieldType Type(MapNode map, FieldSource source)
    {
        if (map.Text("type") is { } name) return FieldLanguage.Types.GetValueOrDefault(name);
        if (map["fields"] is not null) return FieldType.Object;
        return source switch
        {
            FieldSource.PageUrl => FieldType.Url,
            FieldSource.FetchedAt => FieldType.DateTime,
            FieldSource.Status or FieldSource.Count => FieldType.Integer,
            _ => FieldType.Text,
        };
    }

    private static FieldRules FieldRulesOf(MapNode map) => new()
    {
        Required = map.Flag("required"),
        Min = map.Text("min"),
        Max = map.Text("max"),
        MinLength = map.Count("minLength"),
        MaxLength = map.Count("maxLength"),
        Pattern = map.Text("pattern"),
        OneOf = map.Texts("oneOf"),
        Unique = map.Flag("unique"),
    };
}
