using System.Diagnostics;
using System.Globalization;
using Trawl.Warc.Writing;

namespace Trawl.Warc.Bench;

/// <summary>Writes the exchanges of an archive again, with both digests as wget does: CPU time of one pass, in milliseconds.</summary>
internal static class CopyWork
{
    private const int Rounds = 5;

    public static int Run(string from, string to, int level)
    {
        var exchanges = Exchanges.Load(from);
        Once(exchanges, to, level);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < Rounds; i++) Once(exchanges, to, level);
        var each = (Process.GetCurrentProcess().TotalProcessorTime - before) / Rounds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{exchanges.Count} {each.TotalSeconds:F3} {new FileInfo(to).Length}"));
        return 0;
    }

    private static void Once(Exchanges exchanges, string to, int level)
    {
        using var stream = new FileStream(to, FileMode.Create);
        using var writer = new WarcWriter(stream, new WarcWriterOptions { Level = level, BlockDigests = true });
        exchanges.WriteTo(writer);
    }
}
