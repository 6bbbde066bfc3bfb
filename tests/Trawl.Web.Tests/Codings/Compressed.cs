using System.IO.Compression;
using System.Text;

namespace Trawl.Web.Tests.Codings;

internal static class Compressed
{
    public static readonly byte[] Page = Encoding.UTF8.GetBytes(
        string.Concat(Enumerable.Range(0, 3000).Select(i => $"<p id={i}>Zeile {i * 7919 % 1000} – äöü</p>\n")));

    public static byte[] As(string coding, byte[] data)
    {
        var target = new MemoryStream();
        using (var stream = Open(coding, target)) stream.Write(data);
        return target.ToArray();
    }

    private static Stream Open(string coding, Stream target) => coding switch
    {
        "gzip" or "x-gzip" => new GZipStream(target, CompressionLevel.Optimal, true),
        "zlib" or "deflate" => new ZLibStream(target, CompressionLevel.Optimal, true),
        "raw" => new DeflateStream(target, CompressionLevel.Optimal, true),
        "br" => new BrotliStream(target, CompressionLevel.Fastest, true),
        _ => throw new ArgumentOutOfRangeException(nameof(coding)),
    };
}
