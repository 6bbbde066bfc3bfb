using System.Globalization;
using System.Text;

namespace Sink.Jsonl;

/// <summary>What of the file counts.</summary>
/// <param name="Batch">The last batch that is in it.</param>
/// <param name="Length">Bytes up to its end.</param>
internal sealed record FilePosition(long Batch, long Length)
{
    public static FilePosition Start { get; } = new(0, 0);

    public static FilePosition Read(string file)
    {
        if (!File.Exists(file)) return Start;
        var numbers = File.ReadAllText(file).Split(' ').Select(text => long.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return new FilePosition(numbers[0], numbers[1]);
    }

    /// <summary>Replaces the position in one step; durable when this returns.</summary>
    public void Write(string file)
    {
        var next = file + ".next";
        using (var stream = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Batch} {Length}")));
            stream.Flush();
            Disk.Flush(stream.SafeFileHandle);
        }

        File.Move(next, file, overwrite: true);
        Disk.FlushFolder(Path.GetDirectoryName(file)!);
    }
}
