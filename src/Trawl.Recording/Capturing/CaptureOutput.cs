using Trawl.Engine.Seams.Store;
using Trawl.Storage.Durability;
using Trawl.Warc;
using Trawl.Warc.Writing;

namespace Trawl.Recording.Capturing;

/// <summary>The capture file that is being written, followed by the next when it is long enough. For one thread.</summary>
internal sealed class CaptureOutput(CaptureOptions options) : IDisposable
{
    private const int Buffer = 256 << 10;
    private readonly Dictionary<int, long> _grown = [];
    private readonly RecordIds _ids = new(options.Identity);
    private FileStream? _file;
    private BufferedStream? _buffer;
    private WarcWriter? _writer;
    private bool _isNew;

    /// <summary>The file's number; 0 before the first.</summary>
    public int Number { get; private set; }

    /// <summary>Where the next record will stand.</summary>
    public CapturePlace Next => new(Number, _writer?.Offset ?? 0);

    public RecordIds Ids => _ids;

    /// <summary>The id of the record that describes the file.</summary>
    public string InfoId => _ids.NameAt(new CapturePlace(Number, 0));

    private long _committed;

    /// <summary>Goes on behind the last committed file.</summary>
    public void GoOn(IReadOnlyList<CaptureFile> committed)
    {
        if (committed.Count > 0)
        {
            (Number, _committed) = (committed[^1].Number, committed[^1].Length);
        }
    }

    /// <summary>The writer for the next exchange.</summary>
    public WarcWriter Open()
    {
        if (_writer is not null && _writer.Offset < options.MaxFileBytes)
        {
            return _writer;
        }

        if (_writer is not null)
        {
            Finish();
        }

        return _writer = Begin();
    }

    /// <summary>Takes down that the file grew.</summary>
    public void Grew() => _grown[Number] = _writer!.Offset;

    /// <summary>Returns when all that was written is on the disk: the files that grew, with their lengths.</summary>
    public IReadOnlyList<CaptureFile> Flush()
    {
        if (_grown.Count == 0)
        {
            return [];
        }

        Sync();
        CaptureFile[] files = [.. _grown.Select(file => new CaptureFile(file.Key, file.Value)).OrderBy(file => file.Number)];
        _grown.Clear();
        return files;
    }

    public void Dispose()
    {
        // What was not flushed belongs to no commit: it need not reach the file, and after an error it must not be tried.
        _file?.Dispose();
        _writer = null;
    }

    private WarcWriter Begin()
    {
        if (_committed >= options.MaxFileBytes || Number == 0)
        {
            (Number, _committed) = (Number + 1, 0);
        }

        DurableFolder.Create(options.Folder);
        _isNew = _committed == 0;
        _file = WarcFile.OpenForAppend(CapturePath.Of(options.Folder, Number), _committed);
        _buffer = new BufferedStream(_file, Buffer);
        WarcWriter? writer = null;
        writer = new WarcWriter(
            _buffer,
            new WarcWriterOptions { Level = options.Level, PayloadDigests = false, NewId = () => _ids.At(new(Number, writer!.Offset)) });
        if (_isNew)
        {
            writer.WriteInfo(options.Clock.GetUtcNow(), [new Field("software", options.Software)], CapturePath.Name(Number));
        }

        return writer;
    }

    private void Finish()
    {
        Sync();
        _file!.Dispose();
        _committed = long.MaxValue;
        _writer = null;
    }

    private void Sync()
    {
        _buffer!.Flush();
        if (!options.Durable)
        {
            return;
        }

        DurableFile.Flush(_file!);
        if (_isNew)
        {
            DurableFolder.Flush(options.Folder);
            _isNew = false;
        }
    }
}
