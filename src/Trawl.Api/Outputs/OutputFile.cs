namespace Trawl.Api.Outputs;

/// <summary>A file that stands whole.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Format">Its format: <c>jsonl</c>, <c>json</c>, <c>csv</c>, <c>sqlite</c>.</param>
/// <param name="Records">Records in it by type.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
public sealed record OutputFile(
    string Path,
    string Format,
    IReadOnlyDictionary<string, long> Records,
    long Bytes,
    string Sha256);
