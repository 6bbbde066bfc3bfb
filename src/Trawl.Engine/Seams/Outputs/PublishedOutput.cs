namespace Trawl.Engine.Seams.Outputs;

/// <summary>A file that stands.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Format">The format's name in lower case.</param>
/// <param name="Records">Records in it by type.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
public sealed record PublishedOutput(
    string Path,
    string Format,
    IReadOnlyDictionary<string, long> Records,
    long Bytes,
    string Sha256)
{
    /// <summary>Its name in the journal: the path, below the run's folder relative to it, so that a copied run reads the same.</summary>
    public string Name { get; init; } = Path;
}
