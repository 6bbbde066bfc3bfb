using System.Text;
using Trawl.Warc.Http;

namespace Trawl.Warc.Writing;

/// <summary>The head of an HTTP message as it is stored: without transfer coding, since the body is (§6.3.2).</summary>
internal static class HttpHeadText
{
    public static void Compose(HeadText text, HttpMessage message, bool hasBody)
    {
        text.Clear();
        if (!message.Head.IsEmpty)
        {
            ComposeRaw(text, message, hasBody);
            return;
        }

        text.Line(message.StartLine);
        bool hadTransferCoding = false, hasLength = false;
        foreach (var field in message.Fields)
        {
            var isTransferCoding = field.Name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase);
            hadTransferCoding |= isTransferCoding;
            hasLength |= field.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase);
            if (!isTransferCoding) text.Add(field.Name, field.Value);
        }

        if (hadTransferCoding && !hasLength && hasBody) text.Add("Content-Length", message.Body.Length);
        text.End();
    }

    private static void ComposeRaw(HeadText text, HttpMessage message, bool hasBody)
    {
        bool hadTransferCoding = false, hasLength = false, isLeftOut = false;
        for (var rest = message.Head.Span; NextLine(ref rest, out var line);)
        {
            // A line that begins with white space goes on with the field before (RFC 9112 §5.2).
            if (line[0] is not ((byte)' ' or (byte)'\t'))
            {
                isLeftOut = IsField(line, "Transfer-Encoding:"u8);
                hadTransferCoding |= isLeftOut;
                hasLength |= IsField(line, "Content-Length:"u8);
            }

            if (!isLeftOut) text.RawLine(line);
        }

        if (hadTransferCoding && !hasLength && hasBody) text.Add("Content-Length", message.Body.Length);
        text.End();
    }

    /// <summary>The next line without its end; false at the blank line.</summary>
    private static bool NextLine(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> line)
    {
        var end = rest.IndexOf((byte)'\n');
        line = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
        rest = end < 0 ? default : rest[(end + 1)..];
        return !line.IsEmpty;
    }

    private static bool IsField(ReadOnlySpan<byte> line, ReadOnlySpan<byte> nameAndColon) =>
        line.Length >= nameAndColon.Length && Ascii.EqualsIgnoreCase(line[..nameAndColon.Length], nameAndColon);
}
