using Trawl.Warc.Reading;

namespace Trawl.Warc.Indexing;

/// <summary>Makes index entries from the records of a file.</summary>
public static class CdxIndexer
{
    /// <summary>
    /// The entries of a file in its order: one for each response, revisit and resource record, and for metadata of another
    /// type than <c>application/warc-fields</c>. Records without a byte range of their own or without a date or URI cannot be
    /// referred to and are left out; the reader's problems say which.
    /// </summary>
    /// <param name="reader">Stands at the beginning of the file.</param>
    /// <param name="filename">The file's name without its folder.</param>
    public static IEnumerable<CdxEntry> Index(WarcReader reader, string filename)
    {
        ArgumentNullException.ThrowIfNull(reader);
        while (reader.Read() is { } record)
        {
            if (!IsIndexed(record) || record.TargetUri is not { } uri || record.Date is not { } date) continue;
            var http = record.ReadHttpHead();
            if (record.Finish() is not { } position) continue;
            yield return new CdxEntry(Surt.Of(uri), WarcDate.Format14(date), uri, filename, position)
            {
                Mime = Mime(record, http?.Fields["Content-Type"]),
                Status = http?.StatusCode ?? 0,
                Digest = Digest(record.Fields[WarcFields.PayloadDigest]),
            };
        }
    }

    private static bool IsIndexed(WarcRecord record) => record.Type switch
    {
        WarcRecordType.Response or WarcRecordType.Revisit => true,
        WarcRecordType.Resource or WarcRecordType.Metadata => !IsWarcFields(record.Fields[WarcFields.ContentType]),
        _ => false,
    };

    private static bool IsWarcFields(string? type) =>
        type?.StartsWith("application/warc-fields", StringComparison.OrdinalIgnoreCase) ?? false;

    private static string? Mime(WarcRecord record, string? httpType)
    {
        if (record.Type == WarcRecordType.Revisit) return "warc/revisit";
        var type = record.IsHttp ? httpType : record.Fields[WarcFields.ContentType];
        return type?.Split(';', 2)[0].Trim();
    }

    private static string? Digest(string? labelled) =>
        labelled is not null && labelled.StartsWith("sha1:", StringComparison.OrdinalIgnoreCase) ? labelled["sha1:".Length..] : labelled;
}
