using System.Globalization;
using System.Runtime.InteropServices;

namespace Trawl.Plugins.Trial;

/// <summary>What a worker does to itself and to what it shares.</summary>
internal static unsafe partial class Ruin
{
    /// <summary>As a bug in native code ends a process: by a signal of its own making.</summary>
    public static void Crash() => Abort();

    /// <summary>Overwrites all memory that is shared with the engine.</summary>
    public static void Garble()
    {
        var chance = new Random(1);
        foreach (var line in File.ReadAllLines("/proc/self/maps").Where(line => line.Contains(" rw-s ", StringComparison.Ordinal)))
        {
            var range = line[..line.IndexOf(' ', StringComparison.Ordinal)].Split('-');
            var (start, end) = (Hex(range[0]), Hex(range[1]));
            chance.NextBytes(new Span<byte>((void*)start, (int)Math.Min(end - start, 1 << 20)));
        }
    }

    /// <summary>Writes so many MiB to standard error, and no end of a line.</summary>
    public static void Flood(int mebibytes)
    {
        using var error = Console.OpenStandardError();
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)'x');
        for (var i = 0; i < mebibytes; i++) error.Write(block);
    }

    private static long Hex(string text) => long.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [LibraryImport("libc", EntryPoint = "abort")]
    private static partial void Abort();
}
