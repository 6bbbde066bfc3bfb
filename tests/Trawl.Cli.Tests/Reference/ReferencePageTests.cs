using Trawl.Cli.Reference;
using Trawl.Tests.Shared;

namespace Trawl.Cli.Tests.Reference;

public sealed class ReferencePageTests
{
    public static TheoryData<string> Names => [.. ReferencePages.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_IsWhatTheCodeSays(string name) =>
        Repository.AssertGenerated(ReferencePages.All.Single(p => p.Name == name).Text, "docs", "reference", name);
}
