using Trawl.Pipelines.Language;

namespace Trawl.Hosting.Starting;

/// <summary>Texts about pipelines that doors show.</summary>
internal static class PipelineTexts
{
    /// <summary>The JSON Schema of the language.</summary>
    public static string Schema() => SchemaWriter.Write();
}
