namespace Trawl.Warc.Packages;

/// <summary>A file of the package as <c>datapackage.json</c> lists it (WACZ 1.1.1).</summary>
/// <param name="Path">Where in the package.</param>
/// <param name="Hash">Its digest as <c>sha256:hex</c>.</param>
/// <param name="Bytes">Its length.</param>
public sealed record WaczResource(string Path, string Hash, long Bytes);
