using Trawl.Samples.Tests.Support;
using Trawl.Tests.Shared;

namespace Trawl.Samples.Tests;

public sealed class PackTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    /// <summary>The libraries as they were built, packed, and referenced from a project outside the repository.</summary>
    [Fact]
    public void AProgramThatReferencesThePackageAloneBuildsAndRuns()
    {
        using var check = Command.Start("bash", _scratch.Root, [Repository.PathOf("eng", "pack-check.sh"), "--no-build"]);

        check.Succeed(TimeSpan.FromMinutes(3));

        Assert.Contains("1 failed, 1 run", check.Said);
    }
}
