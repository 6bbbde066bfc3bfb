using Trawl.Samples.Tests.Support;
using Trawl.Tests.Shared;

namespace Trawl.Samples.Tests;

/// <summary>What <c>trawl plugin new</c> writes builds outside of the repository and passes its own test.</summary>
public sealed class ScaffoldTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    /// <summary>One kind, for time; <c>eng/plugin-check.sh</c> alone does all of them.</summary>
    [Theory]
    [InlineData("sink")]
    public void AFirstPluginBuildsAndPassesItsOwnTest(string kind)
    {
        using var check = Command.Start("bash", _scratch.Root, [Repository.PathOf("eng", "plugin-check.sh"), kind]);

        check.Succeed(TimeSpan.FromMinutes(3));

        Assert.Contains("ok      first.json", check.Said);
    }
}
