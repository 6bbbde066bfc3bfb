namespace Trawl.Pipelines.Language;

/// <summary>A value that may be written in more than one kind: short for the common case, long for the rest.</summary>
internal sealed class UnionShape : Shape
{
    public ScalarShape? Scalar { get; init; }

    public ListShape? List { get; init; }

    /// <summary>A <see cref="MapShape"/> or <see cref="TableShape"/>.</summary>
    public Shape? Map { get; init; }

    public override string Summary => string.Join(", or ", Parts.Select(p => p.Summary));

    public IEnumerable<Shape> Parts => new Shape?[] { Scalar, List, Map }.OfType<Shape>();

    /// <summary>One value, or a list of such values.</summary>
    public static UnionShape OneOrMany(ScalarShape item) => new() { Scalar = item, List = new ListShape(item) };
}
