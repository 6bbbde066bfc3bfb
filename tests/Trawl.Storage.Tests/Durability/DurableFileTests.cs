using Trawl.Storage.Durability;

namespace Trawl.Storage.Tests.Durability;

public sealed class DurableFileTests
{
    [Fact]
    public void Flush_WhatCannotBeFlushed_IsAnErrorAndNotSilence()
    {
        // A pipe has no disk: fsync answers EINVAL, which .NET's own Flush(true) swallows.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var pipe = new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.Out);
        var descriptor = (int)pipe.SafePipeHandle.DangerousGetHandle();
        var error = Assert.Throws<IOException>(() => DurableFile.Sync(descriptor, "the pipe"));
        Assert.Contains("'the pipe'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Flush_FileAndFolder_Succeed()
    {
        using var folder = new TestFolder();
        DurableFolder.Create(folder["a/b/c"]);
        using var stream = new FileStream(folder["a/b/c/file"], FileMode.Create);
        stream.WriteByte(1);
        DurableFile.Flush(stream);
        DurableFolder.Flush(folder["a/b/c"]);
        Assert.Throws<IOException>(() => DurableFolder.Flush(folder["missing"]));
    }
}
