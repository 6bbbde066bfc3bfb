namespace Trawl.Steps.Content;

/// <summary>Guesses the type of a body that came without a usable Content-Type: HTML, JSON, text or neither.</summary>
internal static class ContentSniffer
{
    private const int Looked = 1024;

    public static string Guess(ReadOnlySpan<byte> body)
    {
        var start = body[..Math.Min(body.Length, Looked)];
        if (start.StartsWith("\uFEFF"u8)) start = start[3..];
        start = start.TrimStart("\t\n\f\r "u8);
        if (start.IsEmpty) return "text/plain";
        if (start[0] == '<') return StartsWithXml(start) ? "application/xml" : "text/html";
        if (start[0] is (byte)'{' or (byte)'[') return "application/json";
        return HasControls(start) ? "application/octet-stream" : "text/plain";
    }

    private static bool StartsWithXml(ReadOnlySpan<byte> start) =>
        start.StartsWith("<?xml"u8) && start.IndexOf("<html"u8) < 0 && start.IndexOf("<HTML"u8) < 0;

    // The binary data bytes of the MIME sniffing standard, section 3.
    private static bool HasControls(ReadOnlySpan<byte> start)
    {
        foreach (var b in start)
        {
            if (b is <= 8 or 0x0B or (>= 0x0E and <= 0x1A) or (>= 0x1C and <= 0x1F)) return true;
        }

        return false;
    }

    public static ContentKind KindOf(string essence)
    {
        if (essence is "text/html" or "application/xhtml+xml") return ContentKind.Html;
        if (essence is "application/json" or "text/json" || essence.EndsWith("+json", StringComparison.Ordinal)) return ContentKind.Json;
        return IsText(essence) ? ContentKind.Text : ContentKind.Other;
    }

    private static bool IsText(string essence) =>
        essence.StartsWith("text/", StringComparison.Ordinal)
        || essence.EndsWith("+xml", StringComparison.Ordinal)
        || essence is "application/xml" or "application/javascript" or "application/x-ndjson" or "application/yaml";
}
