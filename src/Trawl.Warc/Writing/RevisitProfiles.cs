namespace Trawl.Warc.Writing;

/// <summary>The URIs of the two profiles (ISO 28500:2017 §6.7.2, §6.7.3).</summary>
public static class RevisitProfiles
{
    /// <summary>The payload has the digest of an earlier one (§6.7.2).</summary>
    public const string IdenticalPayloadDigest = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

    /// <summary>The server said that nothing changed, as with status 304 (§6.7.3).</summary>
    public const string ServerNotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";
}
