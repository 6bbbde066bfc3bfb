using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Trawl.Hosting.Home;
using Trawl.Hosting.Tests.Support;

namespace Trawl.Hosting.Tests.Wire;

/// <summary>Other processes of this user may say anything; the engine answers or hangs up, and lives.</summary>
public sealed class WireServerTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly PaperSite _site = PaperSite.Of(3);
    private LocalTrawlClient _client = null!;
    private string _runId = "";

    public async Task InitializeAsync()
    {
        _client = TestHost.Open(_folder.Path, _site);
        _runId = await _client.StartAsync();
        await _client.EndAsync(_runId);
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("""{"id":1,"method":"run.explode","params":{}}""", "There is no method")]
    [InlineData("""{"id":1,"method":null,"params":{}}""", "There is no method")]
    [InlineData("""{"id":1,"method":"run.show","params":[]}""", "wants an object")]
    [InlineData("""{"id":1,"method":"run.show"}""", "wants an object")]
    [InlineData("""{"id":1,"method":"run.show","params":{"runId":7}}""", "cannot be read")]
    [InlineData("""{"id":1,"method":"run.show","params":{"runId":"../../etc"}}""", "There is no run")]
    [InlineData("""{"id":1,"method":"run.resume","params":{"runId":"/"}}""", "There is no run")]
    [InlineData("""{"id":1,"method":"run.follow","params":{"runId":7}}""", "cannot be read")]
    [InlineData("""{"id":1,"method":"run.start","params":{}}""", "give one of the two")]
    [InlineData("""{"id":1,"method":"run.records","params":{"runId":"RUN","limit":0}}""", "limit of 0")]
    public async Task BadCall_IsRefusedAndTheNextOneAnswered(string line, string expected)
    {
        using var caller = Connect();
        Assert.Contains("\"protocol\":1", await caller.ReadLineAsync(), StringComparison.Ordinal);
        var answer = await caller.AskAsync(line.Replace("RUN", _runId, StringComparison.Ordinal));

        using var document = JsonDocument.Parse(answer!);
        Assert.Contains(expected, document.RootElement.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"completed\"", await caller.AskAsync($$$"""{"id":2,"method":"run.show","params":{"runId":"{{{_runId}}}"}}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"id\":\"x\"}")]
    public async Task Garbage_IsHungUpOnAndOthersAreServed(string line)
    {
        using (var caller = Connect())
        {
            await caller.ReadLineAsync();
            Assert.Null(await caller.AskAsync(line));
        }

        using var next = Connect();
        await next.ReadLineAsync();
        Assert.Contains("\"runs\"", await next.AskAsync("""{"id":2,"method":"run.list","params":{}}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void Socket_IsTheUsersAlone() =>
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_client.Home.Socket));

    [Fact]
    public async Task LongHome_ListensInAShortPlaceAndLeavesNothingBehind()
    {
        var home = new HomeFolder(Path.Combine(_folder.Path, new string('x', 120)));
        string socket;
        await using (var client = TestHost.Open(home.Root, _site))
        {
            await client.StartAsync();
            socket = HomeLock.ReadHolder(home)!.Socket!;
            Assert.True(Encoding.UTF8.GetByteCount(socket) <= 107);
            Assert.True(File.Exists(socket));
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(socket)));
    }

    private Caller Connect() => new(_client.Home.Socket);

    private sealed class Caller : IDisposable
    {
        private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        private readonly StreamReader _reader;

        public Caller(string path)
        {
            _socket.Connect(new UnixDomainSocketEndPoint(path));
            _reader = new StreamReader(new NetworkStream(_socket));
        }

        public async Task<string?> AskAsync(string line)
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(line + "\n"));
            return await ReadLineAsync();
        }

        public async Task<string?> ReadLineAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
            try
            {
                return await _reader.ReadLineAsync(patience.Token);
            }
            catch (IOException)
            {
                return null;
            }
        }

        public void Dispose() => _socket.Dispose();
    }
}
