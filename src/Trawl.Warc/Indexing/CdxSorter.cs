namespace Trawl.Warc.Indexing;

/// <summary>
/// Sorts entries of any number into an index with bounded memory: what does not fit is sorted piece by piece into
/// temporary files and merged at the end. For one thread at a time.
/// </summary>
public sealed class CdxSorter : IDisposable
{
    private const int BytesInMemory = 32 << 20, MostPieces = 64;

    private readonly string _folder;
    private readonly int _bytesInMemory;
    private readonly List<byte[]> _lines = [];
    private readonly List<FileStream> _pieces = [];
    private long _held;

    /// <summary>Begins with nothing.</summary>
    /// <param name="temporaryFolder">Where the pieces go; null for the system's folder. They vanish with the sorter.</param>
    public CdxSorter(string? temporaryFolder = null)
        : this(temporaryFolder, BytesInMemory)
    {
    }

    internal CdxSorter(string? temporaryFolder, int bytesInMemory) =>
        (_folder, _bytesInMemory) = (temporaryFolder ?? Path.GetTempPath(), bytesInMemory);

    /// <summary>How many entries were added.</summary>
    public long Count { get; private set; }

    internal int Pieces => _pieces.Count;

    /// <summary>Adds an entry.</summary>
    /// <exception cref="IOException">A temporary file cannot be written.</exception>
    public void Add(CdxEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var line = CdxLine.Format(entry);
        _lines.Add(line);
        _held += line.Length + 32;
        Count++;
        if (_held >= _bytesInMemory) Spill();
    }

    /// <summary>Writes the lines sorted by their bytes. Nothing can be added after it.</summary>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public void WriteTo(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var output = new BufferedStream(target, 128 << 10);
        if (_pieces.Count == 0)
        {
            WriteSorted(output);
        }
        else
        {
            Spill();
            Merge(_pieces, output);
        }

        output.Flush();
    }

    /// <summary>Deletes what was put aside.</summary>
    public void Dispose()
    {
        foreach (var piece in _pieces) piece.Dispose();
        _pieces.Clear();
    }

    private void WriteSorted(Stream target)
    {
        _lines.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        foreach (var line in _lines) WriteLine(target, line);
        _lines.Clear();
        _held = 0;
    }

    private void Spill()
    {
        if (_lines.Count == 0) return;
        var piece = NewPiece();
        WriteSorted(piece);
        _pieces.Add(piece);
        if (_pieces.Count < MostPieces) return;

        // Many files open at once would be another limit to run into.
        var merged = NewPiece();
        Merge(_pieces, merged);
        Dispose();
        _pieces.Add(merged);
    }

    private FileStream NewPiece() => new(Path.Combine(_folder, Path.GetRandomFileName()), new FileStreamOptions
    {
        Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose, BufferSize = 64 << 10,
    });

    private static void Merge(List<FileStream> pieces, Stream target)
    {
        var heads = new PriorityQueue<CdxLines, ReadOnlyMemory<byte>>(Comparer<ReadOnlyMemory<byte>>.Create(
            (a, b) => a.Span.SequenceCompareTo(b.Span)));
        foreach (var piece in pieces)
        {
            piece.Position = 0;
            var lines = new CdxLines(piece, int.MaxValue);
            if (lines.Next() is { } line) heads.Enqueue(lines, line);
            else lines.Dispose();
        }

        while (heads.TryPeek(out var lines, out var line))
        {
            WriteLine(target, line.Span);
            // Out of the queue first: the line vanishes with the next one.
            heads.Dequeue();
            if (lines.Next() is { } next) heads.Enqueue(lines, next);
            else lines.Dispose();
        }
    }

    private static void WriteLine(Stream target, ReadOnlySpan<byte> line)
    {
        target.Write(line);
        target.WriteByte((byte)'\n');
    }
}
