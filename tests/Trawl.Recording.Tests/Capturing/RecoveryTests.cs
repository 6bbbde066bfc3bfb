using Trawl.Engine.Seams.Store;
using Trawl.Model.Runs;
using Trawl.Recording.Tests.Support;
using Trawl.Warc.Reading;

namespace Trawl.Recording.Tests.Capturing;

/// <summary>What an engine left that died between writing and committing.</summary>
public sealed class RecoveryTests : IDisposable
{
    private readonly RecordedRun _run = new("http://a.test/");

    public RecoveryTests() => _run.Web.On("http://a.test/", "/a /b /c").On("http://a.test/a", new string('a', 2_000));

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task BytesNobodyCommitted_AreCutOff_AndFilesNobodyCommittedAreDeleted()
    {
        await _run.RunAsync();
        var whole = await File.ReadAllBytesAsync(_run.File());
        await File.WriteAllBytesAsync(_run.File(), [.. whole, .. whole[..500]]);
        await File.WriteAllBytesAsync(_run.File(2), whole[..100]);
        await File.WriteAllTextAsync(Path.Combine(_run.CaptureFolder, "notes.txt"), "not ours");

        await _run.RunAsync();

        Assert.Equal(whole, await File.ReadAllBytesAsync(_run.File()));
        Assert.False(File.Exists(_run.File(2)));
        Assert.True(File.Exists(Path.Combine(_run.CaptureFolder, "notes.txt")));
    }

    [Fact]
    public async Task CommittedBytesThatAreGone_StopTheRunByName()
    {
        await _run.RunAsync();
        await using (var file = new FileStream(_run.File(), FileMode.Open))
        {
            file.SetLength(file.Length - 1);
        }

        var error = await Assert.ThrowsAsync<RunStoreException>(() => _run.RunAsync());
        Assert.Contains(_run.File(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALongFile_IsFollowedByTheNext()
    {
        Assert.Equal(RunState.Completed, (await _run.RunAsync(options => options with { MaxFileBytes = 1_500 })).State);

        using var capture = _run.Open();
        var files = capture.Files();
        Assert.True(files.Count > 1);
        Assert.Equal(Enumerable.Range(1, files.Count), files.Select(f => f.Number));
        foreach (var file in files)
        {
            Assert.Equal(file.Length, new FileInfo(_run.File(file.Number)).Length);
            using var reader = WarcReader.Open(_run.File(file.Number));
            Assert.Equal(Trawl.Warc.WarcRecordType.Warcinfo, reader.Read()!.Type);
            while (reader.Read() is not null)
            {
            }

            Assert.Empty(reader.Problems);
        }

        Assert.Equal(5, capture.Count());
        Assert.Equal(2_000, capture.FindByUrl("http://a.test/a").Single().Body.Length);
    }
}
