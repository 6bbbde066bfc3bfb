using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trawl.Recording.Tests.Replaying;

/// <summary>
/// Steps that sin, recorded by one process and replayed by another, in another zone, culture and environment on a
/// machine with another name: each is caught, and a step that does not sin is the same.
/// </summary>
public sealed class SinTests : IDisposable
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("trawl-sin-").FullName;
    private readonly TcpListener _elsewhere = new(IPAddress.Loopback, 0);
    private string? _recorded;
    private int _answers;

    public SinTests()
    {
        _elsewhere.Start();
        _ = AnswerAsync();
    }

    public void Dispose()
    {
        _elsewhere.Dispose();
        Directory.Delete(_scratch, recursive: true);
        if (_recorded is not null)
        {
            Directory.Delete(_recorded, recursive: true);
        }
    }

    [Theory]
    [InlineData("clock")]
    [InlineData("guid")]
    [InlineData("chance")]
    [InlineData("culture")]
    [InlineData("zone")]
    [InlineData("hash")]
    [InlineData("race")]
    [InlineData("environment")]
    [InlineData("host")]
    [InlineData("request")]
    public void IsCaught_AndItsFieldIsNamed(string sin)
    {
        if (sin == "host" && !Environment.IsPrivilegedProcess)
        {
            return;
        }

        Assert.Contains("field 'value'", Replay(sin), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutSin_ItIsTheSame() => Assert.Equal("same", Replay("none"));

    private string Replay(string sin)
    {
        var asked = $"http://127.0.0.1:{((IPEndPoint)_elsewhere.LocalEndpoint).Port}/";
        _recorded = Run([], ["record", sin], ("SIN", asked), ("TZ", "UTC"), ("LC_ALL", "C.UTF-8"));
        string[] otherHost = Environment.IsPrivilegedProcess ? ["unshare", "--uts", "sh", "-c", "hostname another-machine && exec \"$@\"", "sh"] : [];
        return Run(otherHost, ["replay", sin, _recorded, _scratch], ("SIN", asked + "again"), ("TZ", "Asia/Kathmandu"), ("LC_ALL", "de_DE.UTF-8"));
    }

    private static string Run(string[] wrapper, string[] arguments, params (string Name, string Value)[] environment)
    {
        string[] command = [.. wrapper, "dotnet", Path.Combine(AppContext.BaseDirectory, "Trawl.Recording.Sinner.dll"), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var sinner = Process.Start(start)!;
        var said = sinner.StandardOutput.ReadToEnd().Trim();
        sinner.WaitForExit();
        Assert.Equal(0, sinner.ExitCode);
        return said;
    }

    /// <summary>A server that says something else each time.</summary>
    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                using var asked = await _elsewhere.AcceptTcpClientAsync();
                await using var stream = asked.GetStream();
                _ = await stream.ReadAsync(new byte[4_096]);
                var body = Interlocked.Increment(ref _answers).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\n{body}"));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
