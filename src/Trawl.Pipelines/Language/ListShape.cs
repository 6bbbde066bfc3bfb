namespace Trawl.Pipelines.Language;

/// <summary>A list of at least one item.</summary>
internal sealed class ListShape(Shape item) : Shape
{
    public Shape Item { get; } = item;

    /// <summary>Exactly this many items; null for any number from one.</summary>
    public int? Count { get; init; }

    public override string Summary => $"list of {Item.Summary}";
}
