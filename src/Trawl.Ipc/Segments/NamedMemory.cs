using System.IO.MemoryMappedFiles;

namespace Trawl.Ipc.Segments;

/// <summary>
/// Memory that is found by the connection's id, 122 random bits that only the two ends know: on Windows a named section, whose
/// size nobody can change; elsewhere a file in the endpoint's private folder that the client removes once it has mapped it.
/// Tested on Linux; written for macOS and Windows, where nobody has run it yet.
/// </summary>
internal sealed unsafe class NamedMemory : SharedMemory
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly string? _path;
    private byte* _start;

    private NamedMemory(MemoryMappedFile file, string? path, long length)
        : base(length)
    {
        (_file, _path) = (file, path);
        _view = file.CreateViewAccessor(0, length);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    public override byte* Start => _start;

    public static NamedMemory Create(string folder, Guid session, long length)
    {
        if (OperatingSystem.IsWindows()) return new(MemoryMappedFile.CreateNew(SectionOf(session), length), null, length);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        var path = PathOf(folder, session);
        return Map(new FileStream(path, options), path, length);
    }

    public static NamedMemory? TryOpen(string folder, Guid session, long length)
    {
        try
        {
            if (OperatingSystem.IsWindows()) return new(MemoryMappedFile.OpenExisting(SectionOf(session)), null, length);
            var path = PathOf(folder, session);
            var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 0);
            File.Delete(path);
            if (file.Length == length) return Map(file, null, length);
            file.Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public override void Dispose()
    {
        if (_start == null) return;
        _start = null;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();

        // Unless the client has done it.
        if (_path is not null) File.Delete(_path);
    }

    /// <summary>Removes what a server that was killed between making memory and seeing it mapped has left in its folder.</summary>
    public static void Sweep(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.memory")) File.Delete(file);
    }

    private static NamedMemory Map(FileStream file, string? path, long length) =>
        new(MemoryMappedFile.CreateFromFile(file, null, length, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false), path, length);

    private static string SectionOf(Guid session) => $"Local\\trawl-ipc-{session:N}";

    private static string PathOf(string folder, Guid session) => Path.Combine(folder, $"{session:N}.memory");
}
