using Trawl.Api;
using Trawl.Hosting;

namespace Trawl.Server.Tests;

/// <summary>A second client of the home, as another process has it; the fixture's owns the home.</summary>
public sealed class LocalClientTests(ServerFixture fixture) : ClientConformance(fixture)
{
    private readonly ServerFixture _fixture = fixture;

    protected override ITrawlClient Open() => TrawlHost.Open(new TrawlHostOptions { Home = _fixture.Local.Home.Root });
}
