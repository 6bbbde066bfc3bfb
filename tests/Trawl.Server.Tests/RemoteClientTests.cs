using System.Net;
using Trawl.Api;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Remote;
using Trawl.Server.Certificates;

namespace Trawl.Server.Tests;

/// <summary>The client over HTTP.</summary>
public sealed class RemoteClientTests(ServerFixture fixture) : ClientConformance(fixture)
{
    private readonly ServerFixture _fixture = fixture;

    protected override ITrawlClient Open() => Open("admin");

    [Fact]
    public async Task WhoHasNoRightIsTold()
    {
        await using var viewer = Open("viewer");
        var refused = (await viewer.CancelRunAsync(new CancelRunRequest(_fixture.RunId), CancellationToken.None)).Error!;
        Assert.Contains("right", refused.Message, StringComparison.Ordinal);
        await using var nobody = new RemoteTrawlClient(new RemoteOptions { Server = _fixture.Server.Address });
        Assert.NotNull((await nobody.ListRunsAsync(new ListRunsRequest(), CancellationToken.None)).Error);
    }

    [Fact]
    public async Task AServerThatIsNotThereIsARefusalAndNoException()
    {
        await using var client = new RemoteTrawlClient(new RemoteOptions { Server = new Uri("http://127.0.0.1:9/") });
        Assert.Equal(ApiErrorKind.Unavailable, (await client.ListRunsAsync(new ListRunsRequest(), CancellationToken.None)).Error!.Kind);
        await foreach (var snapshot in client.FollowRunAsync(new FollowRunRequest("run"), CancellationToken.None))
        {
            Assert.Equal((true, ApiErrorKind.Unavailable), (snapshot.IsLast, snapshot.Error!.Kind));
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/", "127.0.0.1")]
    [InlineData("http://[::ffff:10.0.0.1]/", "10.0.0.1")]
    [InlineData("http://0x7f.1/", "127.0.0.1")]
    [InlineData("http://169.254.169.254/latest/meta-data", "169.254.169.254")]
    public async Task OnlyAdministratorsReachIntoTheNetworkOfTheServer(string start, string named)
    {
        await using var client = Open("operator");
        var refused = (await client.StartRunAsync(new StartRunRequest { Pipeline = Pipeline($"start: [\"{start}\"]") }, CancellationToken.None)).Error!;
        Assert.Equal(ApiErrorKind.InvalidRequest, refused.Kind);
        Assert.Contains("administers", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(named);
    }

    [Fact]
    public async Task NobodyButAdministratorsAllowsThemselvesAddresses()
    {
        await using var client = Open("editor");
        var pipeline = Pipeline("start: [\"https://example.com/\"]\negress: { allow: [\"10.0.0.0/8\"] }");
        var refused = (await client.StartRunAsync(new StartRunRequest { Pipeline = pipeline }, CancellationToken.None)).Error!;
        Assert.Contains("10.0.0.0/8", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyTheVariablesThatThePipelineNamesAreSent()
    {
        var options = new RemoteOptions
        {
            Server = _fixture.Server.Address, Token = _fixture.TokenOf("admin"),
            Variables = new Dictionary<string, string> { ["NAMED"] = "5", ["SECRET"] = "not to be sent" },
        };
        await using var client = new RemoteTrawlClient(options);
        var pipeline = Pipeline("start: [\"https://example.com/${env:NAMED}\"]");
        var validated = (await client.ValidateAsync(new ValidateRequest(pipeline), CancellationToken.None)).Value;
        Assert.Contains("https://example.com/5", System.Text.Json.JsonSerializer.Serialize(validated.Plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACertificateIsBelievedByItsFingerprintAlone()
    {
        var folder = Directory.CreateTempSubdirectory("trawl-certificate");
        using var certificate = SelfSigned.ReadOrMake(Path.Combine(folder.FullName, "server.p12"), ["localhost", "127.0.0.1"], TimeProvider.System);
        await using var server = await TrawlServer.StartAsync(
            new ServerOptions
            {
                Client = _fixture.Local, Access = _fixture.Access, Listen = new IPEndPoint(IPAddress.Loopback, 0), Certificate = certificate,
            },
            CancellationToken.None);
        foreach (var (fingerprint, isGood) in new (string?, bool)[]
        {
            (null, false), (new string('0', 64), false),
            (certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256), true),
        })
        {
            await using var client = new RemoteTrawlClient(new RemoteOptions
            {
                Server = server.Address, Token = _fixture.TokenOf("viewer"), Fingerprint = fingerprint,
            });
            Assert.Equal(isGood, (await client.ListRunsAsync(new ListRunsRequest(), CancellationToken.None)).Error is null);
        }

        folder.Delete(recursive: true);
    }

    private RemoteTrawlClient Open(string user) => new(new RemoteOptions { Server = _fixture.Server.Address, Token = _fixture.TokenOf(user) });

    private static PipelineSource Pipeline(string lines) => new()
    {
        Path = "/remote/x.yaml", Text = $"name: x\n{lines}\npages: {{ all: {{ url: \"/**\", follow: [a] }} }}\n",
    };
}
