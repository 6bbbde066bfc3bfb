using System.Globalization;
using System.Text;
using Trawl.Engine.Seams.Fetching;
using Trawl.Warc;
using Trawl.Warc.Reading;

namespace Trawl.Recording.Reading;

/// <summary>An HTTP message as it stands in a record, head and body apart.</summary>
internal sealed class StoredMessage
{
    private StoredMessage(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, string? address, DateTimeOffset date) =>
        (Head, Body, Address, Date) = (head, body, address, date);

    /// <summary>Start line and fields, the blank line included.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    public ReadOnlyMemory<byte> Body { get; }

    public string? Address { get; }

    /// <summary>When its exchange began.</summary>
    public DateTimeOffset Date { get; }

    /// <summary>The method of a request.</summary>
    public string FirstWord => Encoding.Latin1.GetString(Head.Span[..Math.Max(Head.Span.IndexOf((byte)' '), 0)]);

    /// <summary>The status of an answer; 0 when its start line has none.</summary>
    public int Status => Encoding.Latin1.GetString(Head.Span).Split(' ', 3) is [_, var code, _]
        && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0;

    /// <summary>The fields; octets as Latin-1, as the live fetcher reads them.</summary>
    public IReadOnlyList<FetchHeader> Headers
    {
        get
        {
            var fields = new List<FetchHeader>();
            foreach (var line in Encoding.Latin1.GetString(Head.Span).Split("\r\n").Skip(1))
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0)
                {
                    fields.Add(new FetchHeader(line[..colon], line[(colon + 1)..].Trim(' ', '\t')));
                }
            }

            return fields;
        }
    }

    public static StoredMessage Read(WarcRecord record)
    {
        ReadOnlyMemory<byte> block = record.ReadBlock(int.MaxValue);
        var blank = block.Span.IndexOf("\r\n\r\n"u8);
        var end = blank < 0 ? block.Length : blank + 4;
        return new StoredMessage(block[..end], block[end..], record.Fields[WarcFields.IpAddress], record.Date ?? DateTimeOffset.UnixEpoch);
    }
}
