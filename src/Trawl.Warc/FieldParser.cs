namespace Trawl.Warc;

/// <summary>Splits a head into fields; one way for WARC (ISO 28500:2017 §4) and HTTP (RFC 9112 §5). Linear in its length.</summary>
internal static class FieldParser
{
    /// <summary>Reads fields from that byte on up to the end or a blank line.</summary>
    public static FieldList Parse(byte[] head, int from, ref FieldFaults faults)
    {
        var ranges = new List<FieldRange>(12);
        var at = from;
        while (TryLine(head, ref at, out var start, out var end, ref faults) && end > start)
        {
            if (head[start] is (byte)' ' or (byte)'\t') Fold(head, ranges, end, ref faults);
            else AddField(head, ranges, start, end, ref faults);
        }

        return new FieldList(head, [.. ranges]);
    }

    /// <summary>The next line without its end.</summary>
    public static bool TryLine(byte[] head, ref int at, out int start, out int end, ref FieldFaults faults)
    {
        start = end = at;
        if (at >= head.Length) return false;
        var feed = head.AsSpan(at).IndexOf((byte)'\n');
        end = feed < 0 ? head.Length : at + feed;
        at = end + 1;
        if (end > start && head[end - 1] == (byte)'\r') end--;
        else if (feed >= 0) faults |= FieldFaults.BareLineFeed;
        return true;
    }

    private static void AddField(byte[] head, List<FieldRange> ranges, int start, int end, ref FieldFaults faults)
    {
        var colon = head.AsSpan(start..end).IndexOf((byte)':');
        if (colon <= 0)
        {
            faults |= FieldFaults.BadLine;
            return;
        }

        var name = Trim(head, start, start + colon);
        if (head.AsSpan(name).IndexOfAny((byte)' ', (byte)'\t') >= 0) faults |= FieldFaults.BadLine;
        ranges.Add(new FieldRange(name, Trim(head, start + colon + 1, end)));
    }

    private static void Fold(byte[] head, List<FieldRange> ranges, int end, ref FieldFaults faults)
    {
        if (ranges.Count == 0)
        {
            faults |= FieldFaults.BadLine;
            return;
        }

        faults |= FieldFaults.Folded;
        var last = ranges[^1];
        ranges[^1] = last with { Value = Trim(head, last.Value.Start.Value, end) };
    }

    private static Range Trim(byte[] head, int start, int end)
    {
        while (start < end && IsBlank(head[start])) start++;
        while (end > start && IsBlank(head[end - 1])) end--;
        return start..end;
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
