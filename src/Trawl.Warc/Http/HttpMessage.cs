using System.Globalization;
using Trawl.Warc.Writing;

namespace Trawl.Warc.Http;

/// <summary>
/// An HTTP message to be stored: always in the form of HTTP/1.1, because versions 2 and 3 have no bytes of their own in WARC
/// (ISO 28500:2017 §6.3.2); say which protocol it really was in a metadata record.
/// </summary>
/// <param name="StartLine">The first line, without its end.</param>
/// <param name="Fields">The fields as sent or received. <c>Transfer-Encoding</c> is left out when it is written.</param>
/// <param name="Body">The body without transfer coding, with its content coding.</param>
public sealed record HttpMessage(string StartLine, IReadOnlyList<Field> Fields, WarcBody Body = default)
{
    /// <summary>The head as bytes, when it was given so.</summary>
    internal ReadOnlyMemory<byte> Head { get; private init; }

    /// <summary>
    /// A message whose head is at hand as it went over the wire. Its bytes are written as they are, but for the field
    /// <c>Transfer-Encoding</c>.
    /// </summary>
    /// <param name="head">Start line and fields with the blank line behind them.</param>
    /// <param name="body">The body without transfer coding, with its content coding.</param>
    public static HttpMessage Raw(ReadOnlyMemory<byte> head, WarcBody body = default) => new("", [], body) { Head = head };

    /// <summary>A request (RFC 9112 §3).</summary>
    /// <param name="method">As <c>GET</c>.</param>
    /// <param name="target">As sent: <c>/path?query</c>, or the whole URI to a proxy.</param>
    /// <param name="fields">The fields as sent.</param>
    /// <param name="body">The body, if any.</param>
    public static HttpMessage Request(string method, string target, IReadOnlyList<Field> fields, WarcBody body = default) =>
        new($"{method} {target} HTTP/1.1", fields, body);

    /// <summary>An answer (RFC 9112 §4).</summary>
    /// <param name="status">The status code.</param>
    /// <param name="reason">The reason phrase; empty where the protocol has none.</param>
    /// <param name="fields">The fields as received.</param>
    /// <param name="body">The body, if any.</param>
    public static HttpMessage Response(int status, string reason, IReadOnlyList<Field> fields, WarcBody body = default) =>
        new(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {reason}"), fields, body);
}
