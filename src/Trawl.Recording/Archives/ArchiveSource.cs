using Trawl.Warc.Packages;
using Trawl.Warc.Reading;

namespace Trawl.Recording.Archives;

/// <summary>A WARC file that is open for reading, and what holds it open.</summary>
internal sealed class ArchiveSource : IDisposable
{
    private readonly WaczReader? _package;

    private ArchiveSource(WarcReader reader, WaczReader? package) => (Reader, _package) = (reader, package);

    public WarcReader Reader { get; }

    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static ArchiveSource Open(ArchiveMember member, WarcReaderOptions? options)
    {
        if (member.Inside is null)
        {
            return new ArchiveSource(WarcReader.Open(member.Path, options), null);
        }

        var package = WaczReader.TryOpen(File.OpenRead(member.Path), out var problem) ?? throw new IOException(problem);
        if (package.OpenWarc(member.Inside, options) is { } reader)
        {
            return new ArchiveSource(reader, package);
        }

        package.Dispose();
        throw new IOException($"\"{member.Name}\" cannot be read.");
    }

    public void Dispose()
    {
        Reader.Dispose();
        _package?.Dispose();
    }
}
