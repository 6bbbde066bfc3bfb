using System.Diagnostics;
using Trawl.Warc.Writing;

namespace Trawl.Warc.Bench;

/// <summary>Writes the same exchanges at several levels: megabytes of body per CPU second.</summary>
internal static class WriteWork
{
    private const int Exchanges = 4000;

    public static int Run(string file)
    {
        byte[][] pages = [.. Enumerable.Range(0, 200).Select(BenchArchive.Page)];
        Once(file, pages, new WarcWriterOptions { Level = 1 });
        foreach (var level in (int[])[1, 3, 6, 9]) Report($"gzip {level}", file, pages, new WarcWriterOptions { Level = level });
        Report("plain", file, pages, new WarcWriterOptions { Compression = WarcCompression.None });
        Report("plain, no digests", file, pages, new WarcWriterOptions { Compression = WarcCompression.None, PayloadDigests = false });
        return 0;
    }

    private static void Report(string name, string file, byte[][] pages, WarcWriterOptions options)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var stored = Once(file, pages, options);
        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        var body = Exchanges * (double)pages[0].Length;
        Console.WriteLine($"{name,-18} {body / 1e6 / seconds,8:F0} MB/s of CPU, {2 * Exchanges / seconds,8:F0} records/s, {stored / body,5:P0} stored");
    }

    private static long Once(string file, byte[][] pages, WarcWriterOptions options)
    {
        using var stream = new FileStream(file, FileMode.Create);
        using var writer = new WarcWriter(stream, options);
        for (var i = 0; i < Exchanges; i++) BenchArchive.AddExchange(writer, i, pages[i % pages.Length]);
        return writer.Offset;
    }
}
