using System.Diagnostics;

namespace Trawl.Ipc.Tests.Platforms;

/// <summary>
/// The half of the seam that Windows and macOS use (the framework's sockets, memory found by name) under the same tests as
/// the half of Linux: this assembly again, in a process with the portable half switched on.
/// </summary>
[Collection(Alone.Name)]
public sealed class PortableTests
{
    private const string Variable = "TRAWL_IPC_PORTABLE";
    private const string Conformance =
        "FullyQualifiedName~CallTests|FullyQualifiedName~StreamTests|FullyQualifiedName~ClientTests|FullyQualifiedName~ChannelTests"
        + "|FullyQualifiedName~TokenTests|FullyQualifiedName~NamedEndpointTests|FullyQualifiedName~AKilledServer|FullyQualifiedName~PortableTests.The";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task TheConformanceTestsPassOverThePortableHalf()
    {
        // In the inner process: there the switch must have worked, or all the others would have shown nothing.
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            Assert.True(Native.Platform.IsPortable);
            using var socket = Native.UnixSocket.Listen(Connections.TestEndpoint.New().Path, 1);
            Assert.IsType<Native.ManagedSocket>(socket);
            return;
        }

        var start = new ProcessStartInfo("dotnet", ["vstest", typeof(PortableTests).Assembly.Location, $"--TestCaseFilter:{Conformance}"])
        {
            RedirectStandardOutput = true, Environment = { [Variable] = "1" },
        };
        using var process = Process.Start(start)!;
        using var late = new CancellationTokenSource(s_patience);
        await using var stop = late.Token.Register(() => process.Kill(entireProcessTree: true));
        var said = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.True(process.ExitCode == 0 && said.Contains("Passed", StringComparison.Ordinal), said);
    }
}
