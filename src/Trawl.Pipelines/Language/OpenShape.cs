namespace Trawl.Pipelines.Language;

/// <summary>A map whose keys somebody else knows, and checks.</summary>
/// <param name="summary">In a few words.</param>
internal sealed class OpenShape(string summary) : Shape
{
    public override string Summary { get; } = summary;
}
