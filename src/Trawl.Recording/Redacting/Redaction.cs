using System.Buffers;
using System.Text;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Recording.Redacting;

/// <summary>What is not written down of a head: what proves who somebody is, and what the pipeline names.</summary>
public sealed class Redaction
{
    /// <summary>What stands in place of a value.</summary>
    public const string Mark = "[redacted]";

    private static readonly string[] s_always = ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"];
    private readonly byte[][] _names;
    private readonly IUrlSeal? _seal;

    /// <param name="headers">Names beyond those that are always left out; case does not matter.</param>
    /// <param name="seal">Seals query parameters wherever they stand in a head; null for none.</param>
    public Redaction(IEnumerable<string> headers, IUrlSeal? seal = null)
    {
        _names = [.. s_always.Concat(headers).Distinct(StringComparer.OrdinalIgnoreCase).Select(Encoding.ASCII.GetBytes)];
        _seal = seal;
    }

    /// <summary>Authorization, Proxy-Authorization, Cookie and Set-Cookie.</summary>
    public static Redaction Default { get; } = new([]);

    /// <summary>The head as it may be written; the very same where nothing is to be left out.</summary>
    /// <param name="head">Start line and fields.</param>
    public ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> head) =>
        _seal is not null ? Rewrite(Sealed(_seal, head.Span)) : Names(head.Span) ? Rewrite(head.Span) : head;

    private static byte[] Sealed(IUrlSeal seal, ReadOnlySpan<byte> head) =>
        Encoding.Latin1.GetBytes(seal.Seal(Encoding.Latin1.GetString(head)));

    private bool Names(ReadOnlySpan<byte> head)
    {
        foreach (var line in head.Split((byte)'\n'))
        {
            if (IsNamed(head[line]))
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlyMemory<byte> Rewrite(ReadOnlySpan<byte> head)
    {
        var written = new ArrayBufferWriter<byte>(head.Length + 64);
        var isLeftOut = false;
        foreach (var range in head.Split((byte)'\n'))
        {
            var line = head[range];
            // A line that begins with white space goes on with the field before (RFC 9112 §5.2).
            var goesOn = line.StartsWith(" "u8) || line.StartsWith("\t"u8);
            if (goesOn && isLeftOut)
            {
                continue;
            }

            isLeftOut = IsNamed(line);
            Write(written, isLeftOut ? line[..(line.IndexOf((byte)':') + 1)] : line.TrimEnd((byte)'\r'), isLeftOut);
        }

        // The last piece is what stands behind the last line end: nothing.
        return written.WrittenMemory[..^2];
    }

    private static void Write(ArrayBufferWriter<byte> written, ReadOnlySpan<byte> line, bool isLeftOut)
    {
        written.Write(line);
        written.Write(isLeftOut ? " [redacted]\r\n"u8 : "\r\n"u8);
    }

    private bool IsNamed(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0)
        {
            return false;
        }

        var name = line[..colon].TrimEnd(" \t"u8);
        foreach (var named in _names)
        {
            if (named.Length == name.Length && Ascii.EqualsIgnoreCase(named, name))
            {
                return true;
            }
        }

        return false;
    }
}
