namespace Trawl.Warc.Indexing;

/// <summary>
/// One line of a CDXJ index: where the record of a URL and a time stands. POST bodies are not folded into keys: requests of
/// other methods than GET are found under their plain URL.
/// </summary>
/// <param name="UrlKey">The sort key of the URL (<see cref="Surt"/>).</param>
/// <param name="Timestamp">14 digits, UTC.</param>
/// <param name="Url">The target URI.</param>
/// <param name="Filename">The WARC file, without a folder.</param>
/// <param name="Position">Where in it.</param>
public sealed record CdxEntry(string UrlKey, string Timestamp, string Url, string Filename, WarcPosition Position)
{
    /// <summary>The media type of the payload; <c>warc/revisit</c> for revisit records. Null where none is known.</summary>
    public string? Mime { get; init; }

    /// <summary>The HTTP status; 0 where there is none.</summary>
    public int Status { get; init; }

    /// <summary>The digest of the payload; SHA-1 in Base32 without its label, others with it.</summary>
    public string? Digest { get; init; }

    /// <summary>The line, without its end.</summary>
    public override string ToString() => System.Text.Encoding.UTF8.GetString(CdxLine.Format(this));

    /// <summary>Reads a line.</summary>
    /// <returns>Null when it is no line of an index.</returns>
    public static CdxEntry? TryParse(ReadOnlySpan<byte> line) => CdxLine.TryParse(line);
}
