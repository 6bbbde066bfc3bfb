namespace Trawl.Pipelines.Language;

/// <summary>A map whose keys are names that the user chooses.</summary>
internal sealed class TableShape(ScalarShape key, Shape value) : Shape
{
    public ScalarShape Key { get; } = key;

    public Shape Value { get; } = value;

    public override string Summary => $"map from {Key.Summary} to {Value.Summary}";
}
