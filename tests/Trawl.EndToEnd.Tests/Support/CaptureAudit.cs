using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Trawl.EndToEnd.Tests.Support;

/// <summary>
/// Reads a run's capture with nothing but gzip and text, as far as its books say it holds: every file is whole records
/// up to the last committed byte, and every page that is done stands where the books say. Remembers how far it came, so
/// that it can be asked after every kill.
/// </summary>
internal sealed class CaptureAudit(RunBooks books)
{
    private readonly Dictionary<string, long> _checked = [];
    private readonly Dictionary<string, string> _answers = [];

    public List<string> Faults { get; } = [];

    public void Check()
    {
        if (!books.Exist || books.Query("SELECT name FROM sqlite_master WHERE name = 'exchanges'").Count == 0)
        {
            return;
        }

        foreach (var line in books.Query("SELECT number || ' ' || length FROM capture_files ORDER BY number"))
        {
            var (number, length) = Two(line);
            CheckFile($"{number:D5}.warc.gz", length);
        }

        CheckPages();
    }

    private void CheckFile(string name, long length)
    {
        var from = _checked.GetValueOrDefault(name);
        using var file = new FileStream(Path.Combine(books.Folder, "capture", name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length < length)
        {
            Faults.Add($"{name} has {file.Length} bytes, {length} are committed");
            return;
        }

        file.Position = from;
        var members = new byte[length - from];
        file.ReadExactly(members);
        var text = Inflate(members);
        for (var at = 0; at < text.Length;)
        {
            at = CheckRecord(name, text, at);
        }

        _checked[name] = length;
    }

    /// <summary>Answers where the next record begins.</summary>
    private int CheckRecord(string name, byte[] text, int at)
    {
        var head = text.AsSpan(at).IndexOf("\r\n\r\n"u8);
        var fields = head < 0 ? "" : Encoding.UTF8.GetString(text, at, head);
        if (!fields.StartsWith("WARC/1.1\r\n", StringComparison.Ordinal))
        {
            Faults.Add($"{name}: no record at {at} of the inflated text");
            return text.Length;
        }

        var length = int.Parse(Field(fields, "Content-Length")!, CultureInfo.InvariantCulture);
        var end = at + head + 4 + length;
        if (end + 4 > text.Length || !text.AsSpan(end, 4).SequenceEqual("\r\n\r\n"u8))
        {
            Faults.Add($"{name}: the record at {at} of the inflated text does not end where it says");
            return text.Length;
        }

        Note(fields, text.AsSpan(at + head + 4, length));
        return end + 4;
    }

    private void Note(string fields, ReadOnlySpan<byte> block)
    {
        if (Field(fields, "WARC-Type") is "response" or "revisit")
        {
            var body = block[(block.IndexOf("\r\n\r\n"u8) + 4)..];
            var isRevisit = Field(fields, "WARC-Type") == "revisit";
            var digest = isRevisit ? _answers.GetValueOrDefault(Field(fields, "WARC-Refers-To")!) : Convert.ToHexString(SHA1.HashData(body));
            _answers[Field(fields, "WARC-Record-ID")!] = digest ?? "";
            _answers[Field(fields, "WARC-Target-URI") + " " + digest] = "";
        }
    }

    private void CheckPages()
    {
        var pages = books.Query(
            "SELECT q.url || ' ' || coalesce((SELECT hex(e.digest) FROM exchanges e WHERE e.subject = q.id AND e.attempt = q.attempts - 1), 'missing') "
            + "FROM requests q WHERE q.state = 10");
        Faults.AddRange(pages.Where(page => !_answers.ContainsKey(page)).Select(page => $"done, but its answer is not in the capture: {page}"));
    }

    private static (int Number, long Length) Two(string line) =>
        line.Split(' ') is [var number, var length] ? (int.Parse(number, CultureInfo.InvariantCulture), long.Parse(length, CultureInfo.InvariantCulture)) : default;

    private static byte[] Inflate(byte[] members)
    {
        using var gzip = new GZipStream(new MemoryStream(members), CompressionMode.Decompress);
        var text = new MemoryStream();
        gzip.CopyTo(text);
        return text.ToArray();
    }

    private static string? Field(string fields, string name) =>
        fields.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.Ordinal))?[(name.Length + 2)..];
}
