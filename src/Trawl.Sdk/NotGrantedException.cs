namespace Trawl.Sdk;

/// <summary>The plugin asked for something that the pipeline does not grant.</summary>
/// <param name="what">What it asked for: <c>the host "api.example"</c>.</param>
public sealed class NotGrantedException(string what)
    : Exception($"The pipeline does not grant {what}. Add it to the plugin's \"grant\" in the pipeline, and to \"needs\" in plugin.yaml.")
{
    /// <summary>What was asked for.</summary>
    public string What { get; } = what;
}
