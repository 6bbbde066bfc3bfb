namespace Trawl.Pipelines.Language;

/// <summary>What a value of the language looks like.</summary>
internal abstract class Shape
{
    /// <summary>In a few words, for messages and the reference: "a time", "a list of URL patterns".</summary>
    public abstract string Summary { get; }
}
