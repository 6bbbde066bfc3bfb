namespace Trawl.Fetch.Bodies;

/// <summary>What has arrived of a body: in memory, or on disk from a size on.</summary>
internal sealed class ReceivedBody(string tempFolder, long spoolAbove, long? hint)
{
    // An array cannot hold more, whatever the caller allows.
    private const long MostInMemory = 1L << 30;

    private readonly BodyBuffer _buffer = new(hint);
    private readonly long _spoolAbove = Math.Min(spoolAbove, MostInMemory);
    private SpoolFile? _file;

    public long Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => _file is null ? _buffer.Written : default;

    public string? File => _file?.Path;

    public Memory<byte> Free => _buffer.Free;

    /// <exception cref="SpoolException">The temporary file cannot be written.</exception>
    public void Advance(int count)
    {
        _buffer.Advance(count);
        Length += count;
        if (Length <= _spoolAbove) return;
        Spool();
        _buffer.Clear();
    }

    public void Complete()
    {
        if (_file is null) return;
        _file.Close();
        _buffer.Release();
    }

    public void Release()
    {
        _buffer.Release();
        _file?.Delete();
    }

    private void Spool()
    {
        try
        {
            _file ??= SpoolFile.Create(tempFolder);
            _file.Write(_buffer.Written.Span);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpoolException(tempFolder, e);
        }
    }
}
