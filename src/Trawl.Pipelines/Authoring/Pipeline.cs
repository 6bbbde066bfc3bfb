namespace Trawl.Pipelines.Authoring;

/// <summary>
/// Where a pipeline in C# begins. It becomes the same plan as the YAML that says the same, checked by the same rules.
/// </summary>
public static class Pipeline
{
    /// <summary>Begins a pipeline.</summary>
    /// <param name="name">1 to 40 lower-case letters, digits and hyphens.</param>
    public static PipelineBuilder Named(string name) => new(name);
}
