using System.Text;

namespace Trawl.Warc.Tests.PackagesTests;

/// <summary>A zip file of one stored member, whose directory holds all its numbers as Zip64 does for files over 4 GiB.</summary>
internal static class Zip64
{
    public static byte[] Of(string name, byte[] content)
    {
        var file = new MemoryStream();
        using var writer = new BinaryWriter(file, Encoding.ASCII);
        Local(writer, name, content);
        var directory = file.Position;
        Entry(writer, name, content.Length);
        var end = file.Position;
        End(writer, directory, end);
        writer.Flush();
        return file.ToArray();
    }

    private static void Local(BinaryWriter writer, string name, byte[] content)
    {
        writer.Write(0x04034B50);
        writer.Write(new byte[14]);
        writer.Write(content.Length);
        writer.Write(content.Length);
        writer.Write((ushort)name.Length);
        writer.Write((ushort)0);
        writer.Write(name.AsSpan());
        writer.Write(content);
    }

    private static void Entry(BinaryWriter writer, string name, long length)
    {
        writer.Write(0x02014B50);
        writer.Write(new byte[16]);
        writer.Write(uint.MaxValue);
        writer.Write(uint.MaxValue);
        writer.Write((ushort)name.Length);
        writer.Write((ushort)(4 + 5 + 4 + 24));
        writer.Write(new byte[10]);
        writer.Write(uint.MaxValue);
        writer.Write(name.AsSpan());
        // Another extra field before the one that counts.
        writer.Write([0x55, 0x54, 5, 0, 1, 2, 3, 4, 5]);
        writer.Write((ushort)1);
        writer.Write((ushort)24);
        writer.Write(length);
        writer.Write(length);
        writer.Write(0L);
    }

    private static void End(BinaryWriter writer, long directory, long end)
    {
        writer.Write(0x06064B50);
        writer.Write(44L);
        writer.Write(new byte[12]);
        writer.Write(1L);
        writer.Write(1L);
        writer.Write(end - directory);
        writer.Write(directory);
        writer.Write(0x07064B50);
        writer.Write(0);
        writer.Write(end);
        writer.Write(1);
        writer.Write(0x06054B50);
        writer.Write(0);
        writer.Write([0xFF, 0xFF, 0xFF, 0xFF]);
        writer.Write(uint.MaxValue);
        writer.Write(uint.MaxValue);
        writer.Write((ushort)0);
    }
}
