namespace Trawl.Pipelines.Syntax;

/// <summary>How much a pipeline's text may ask for.</summary>
internal static class YamlLimits
{
    /// <summary>Characters of the text.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>Lists and maps inside each other.</summary>
    public const int MaxDepth = 40;

    /// <summary>Values, those that aliases repeat included.</summary>
    public const int MaxNodes = 50_000;
}
