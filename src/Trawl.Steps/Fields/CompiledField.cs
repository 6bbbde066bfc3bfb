using System.Text.Json;
using Trawl.Model.Plans;
using Trawl.Steps.Content;
using Trawl.Steps.Rules;
using Trawl.Steps.Selecting;
using Trawl.Steps.Transforms;
using Trawl.Steps.Values;

namespace Trawl.Steps.Fields;

/// <summary>A field ready to be read from pages.</summary>
internal sealed class CompiledField
{
    private readonly ValueTaker _taker;
    private readonly ValueTaker?[] _ownTakers;

    public CompiledField(FieldPlan plan, string path, ItemSelector[] selectors, CompiledField[] fields)
    {
        Plan = plan;
        Path = path;
        Selectors = selectors;
        Fields = fields;
        Name = JsonEncodedText.Encode(plan.Name, JsonText.Options.Encoder);
        Converter = Converters.For(plan);
        Transforms = [.. plan.Transforms.Select(TransformCompiler.Compile)];
        Check = new FieldCheck(plan, Converter);
        _taker = new ValueTaker(plan.Take, plan);
        _ownTakers = [.. selectors.Select(s => s.Take is { } take && plan.Take == "text" ? new ValueTaker(take, plan) : null)];
        var most = Transforms.Length == 0 ? Math.Min(plan.Limit ?? PageLimits.Values, PageLimits.Values) : PageLimits.Values;
        TakesAll = plan.Many || Transforms.Any(t => t is JoinTransform);
        MostTaken = TakesAll ? most : 1;
    }

    public FieldPlan Plan { get; }

    /// <summary>The name, with dots for nested fields.</summary>
    public string Path { get; }

    public JsonEncodedText Name { get; }

    public ItemSelector[] Selectors { get; }

    public CompiledField[] Fields { get; }

    public IValueConverter Converter { get; }

    public ITransform[] Transforms { get; }

    public FieldCheck Check { get; }

    /// <summary>Whether all that is found is taken, and not only the first.</summary>
    public bool TakesAll { get; }

    /// <summary>Values taken at most; where transforms make several of one or drop some, the list is cut afterwards.</summary>
    public int MostTaken { get; }

    public bool HasTextType => Plan.Type == FieldType.Text;

    public bool IsNumber => Plan.Type is FieldType.Integer or FieldType.Decimal;

    public ValueTaker TakerOf(int selector) => selector < 0 ? _taker : _ownTakers[selector] ?? _taker;

    /// <summary>Whether a value that is empty text still says something: <c>checked=""</c> is true.</summary>
    public bool EmptySpeaks => Plan.Type == FieldType.Boolean && Plan.Take.StartsWith('@');
}
