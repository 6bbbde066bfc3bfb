namespace Trawl.Warc.Compression;

/// <summary>A code with what follows it, in the order of the stream.</summary>
internal readonly record struct FixedCode(uint Bits, int Count);
