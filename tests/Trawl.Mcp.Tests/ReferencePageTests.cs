using Trawl.Mcp.Tools;
using Trawl.Tests.Shared;

namespace Trawl.Mcp.Tests;

public sealed class ReferencePageTests
{
    [Fact]
    public void TheReferenceIsWhatClientsAreTold() => Repository.AssertGenerated(ToolReference.Write(), "docs", "reference", "mcp.md");
}
