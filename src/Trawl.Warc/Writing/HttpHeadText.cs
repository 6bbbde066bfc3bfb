using Trawl.Warc.Http;

namespace Trawl.Warc.Writing;

/// <summary>The head of an HTTP message as it is stored: without transfer coding, since the body is (§6.3.2).</summary>
internal static class HttpHeadText
{
    public static void Compose(HeadText text, HttpMessage message, bool hasBody)
    {
        text.Clear();
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
}
