using Trawl.Sdk;
using Trawl.Sdk.Sinks;

namespace Sink.Jsonl;

/// <summary>
/// Exactly-once with nothing but files: a batch is appended and flushed, and it is there when the position says so, which is
/// replaced in one step. Bytes behind the position are of somebody who died; the next one cuts them off.
/// </summary>
internal sealed class JsonlSink(PluginContext context) : IRecordSink
{
    private readonly string _folder = context.Settings.Text("folder")!;
    private FilePosition _position = FilePosition.Start;
    private FileStream? _file;
    private FileStream? _lock;
    private string _path = "";

    private string Part => _path + ".part";

    private string PositionFile => _path + ".position";

    private string LockFile => _path + ".lock";

    public ValueTask<long?> OpenAsync(SinkRun run)
    {
        // Opened again after a failed commit, too.
        Close();
        Directory.CreateDirectory(_folder);
        _path = Path.Combine(_folder, $"{run.Id}.{run.Output}.jsonl");
        _lock = Disk.OpenAlone(LockFile);
        // A file of its final name is whole.
        if (!File.Exists(_path)) _file = new FileStream(Part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        _position = FilePosition.Read(PositionFile);
        if (_file is not null) CutOff(_file);
        return new(_position.Batch);
    }

    // region: commit
    public ValueTask CommitAsync(SinkBatch batch)
    {
        if (batch.Number <= _position.Batch) return default;
        foreach (var record in batch.Records)
        {
            _file!.Write(record.Json.Span);
            _file.WriteByte((byte)'\n');
        }

        _file!.Flush();
        Disk.Flush(_file.SafeFileHandle);
        _position = new FilePosition(batch.Number, _file.Position);
        _position.Write(PositionFile);
        return default;
    }
    // endregion

    public ValueTask CompleteAsync()
    {
        Close();
        if (File.Exists(Part)) File.Move(Part, _path);
        Disk.FlushFolder(_folder);
        File.Delete(LockFile);
        return default;
    }

    public ValueTask DisposeAsync()
    {
        Close();
        return default;
    }

    private void Close()
    {
        _file?.Dispose();
        _lock?.Dispose();
        _file = null;
    }

    private void CutOff(FileStream file)
    {
        if (file.Length < _position.Length)
            throw new InvalidDataException($"\"{Part}\" has {file.Length} bytes, and {_position.Length} were committed: somebody changed it.");
        file.SetLength(_position.Length);
        file.Position = _position.Length;
    }
}
