namespace Trawl.Api.Pipelines.Saved;

/// <summary>Means a saved pipeline.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Which version; null for the current one.</param>
public sealed record SavedSource(string Name, int? Version = null)
{
    /// <summary>Values for <c>${name}</c>.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();
}
