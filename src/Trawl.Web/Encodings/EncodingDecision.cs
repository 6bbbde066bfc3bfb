using System.Text;

namespace Trawl.Web.Encodings;

/// <summary>The encoding of a page and why.</summary>
/// <param name="Encoding">Decodes malformed bytes to U+FFFD.</param>
/// <param name="Name">The name in the Encoding standard: <c>UTF-8</c>, <c>windows-1252</c>.</param>
/// <param name="Reason">What decided.</param>
public sealed record EncodingDecision(Encoding Encoding, string Name, EncodingReason Reason);
