using System.IO.Compression;
using System.Text;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Secrets;

/// <summary>Looks for texts in every file of a folder, compressed or not.</summary>
internal static class SecretScan
{
    public static IReadOnlyList<string> Of(string folder, IEnumerable<string> secrets)
    {
        var found = new List<string>();
        string[] wanted = [.. secrets];
        foreach (var (name, bytes) in Scratch.Files(folder))
        {
            var texts = name.EndsWith(".gz", StringComparison.Ordinal) ? new[] { bytes, Inflate(bytes) } : [bytes];
            found.AddRange(texts.Select(text => Encoding.Latin1.GetString(text))
                .SelectMany(text => wanted.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)))
                .Distinct().Select(secret => $"{name} holds {secret}"));
        }

        return found;
    }

    private static byte[] Inflate(byte[] members)
    {
        using var gzip = new GZipStream(new MemoryStream(members), CompressionMode.Decompress);
        var text = new MemoryStream();
        try
        {
            gzip.CopyTo(text);
        }
        catch (InvalidDataException)
        {
            // What a dead engine left behind the last commit ends anywhere.
        }

        return text.ToArray();
    }
}
