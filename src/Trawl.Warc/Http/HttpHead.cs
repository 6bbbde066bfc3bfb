using System.Globalization;

namespace Trawl.Warc.Http;

/// <summary>The head of a stored HTTP message (RFC 9112 §2.1): start line and fields. Read tolerantly.</summary>
public sealed class HttpHead
{
    private HttpHead(string startLine, FieldList fields) => (StartLine, Fields) = (startLine, fields);

    /// <summary>The first line, without its end.</summary>
    public string StartLine { get; }

    /// <summary>The fields in their order.</summary>
    public FieldList Fields { get; }

    /// <summary>Whether it is an answer.</summary>
    public bool IsResponse => StartLine.StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The status of an answer (RFC 9110 §15), 100 to 999; 0 for a request or where it is none.</summary>
    public int StatusCode =>
        IsResponse && int.TryParse(Word(1), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 100 and <= 999
            ? code : 0;

    /// <summary>The reason phrase of an answer; empty where there is none.</summary>
    public string Reason => IsResponse ? StartLine.Split(' ', 3) is [_, _, var reason] ? reason : "" : "";

    /// <summary>The method of a request (RFC 9112 §3.1), or null for an answer.</summary>
    public string? Method => IsResponse ? null : Word(0);

    /// <summary>The target of a request as sent (RFC 9112 §3.2), or null for an answer.</summary>
    public string? Target => IsResponse ? null : Word(1);

    /// <summary>Whether the body is said to have chunks (RFC 9112 §7.1).</summary>
    public bool IsChunked =>
        Fields["Transfer-Encoding"] is { } codings && codings.Contains("chunked", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a message head: its start line and fields, with or without the blank line behind them.</summary>
    /// <returns>Null when there is no start line.</returns>
    public static HttpHead? TryParse(ReadOnlySpan<byte> head) => TryParse(head.ToArray(), isWhole: true);

    internal static HttpHead? TryParse(byte[] head, bool isWhole)
    {
        var faults = FieldFaults.None;
        var at = 0;
        if (!isWhole || !FieldParser.TryLine(head, ref at, out var start, out var end, ref faults) || end == start) return null;
        var line = FieldList.Text(head.AsSpan(start..end));
        var isMessage = line.StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase) || line.Contains(' ', StringComparison.Ordinal);
        return isMessage ? new HttpHead(line, FieldParser.Parse(head, at, ref faults)) : null;
    }

    private string Word(int index)
    {
        var words = StartLine.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return index < words.Length ? words[index] : "";
    }
}
