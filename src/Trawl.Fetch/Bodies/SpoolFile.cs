namespace Trawl.Fetch.Bodies;

/// <summary>A body on disk, readable by this user alone and gone when the result is disposed.</summary>
internal sealed class SpoolFile
{
    private readonly FileStream _stream;

    private SpoolFile(FileStream stream) => _stream = stream;

    public string Path => _stream.Name;

    public static SpoolFile Create(string folder)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read | FileShare.Delete,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new SpoolFile(new FileStream(System.IO.Path.Combine(folder, $"body-{Guid.NewGuid():N}.tmp"), options));
    }

    public void Write(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    public void Close() => _stream.Dispose();

    public void Delete()
    {
        Close();
        File.Delete(Path);
    }
}
