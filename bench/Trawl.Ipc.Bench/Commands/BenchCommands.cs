using Trawl.Ipc.Bench.Racing;
using Trawl.Ipc.Bench.Reporting;
using Trawl.Ipc.Bench.Work.Messages;

namespace Trawl.Ipc.Bench.Commands;

/// <summary>What can be asked for by name.</summary>
internal static class BenchCommands
{
    private const string Usage = """
        usage: bench/Trawl.Ipc.Bench/run COMMAND [--busy] [--rounds 5] [--seconds 0.4] [--warm 3] [--only NAME,...]
                                                 [--more] [--results FOLDER] [--smoke]
          latency     round trips of 64 B, 1 KiB and 64 KiB against every rival
          throughput  one way, flushed one by one and 64 at a time
          work        the realistic workload against gRPC's wire and Node.js
          many        1,000 connections on one thread against an epoll loop on Unix sockets
          memory      the server's memory with 100 and 1,000 connections; idle processes
          soak        calls, streams, failures, connections that come and go [--minutes 3] [--allow MIB]
          recovery    kill -9 to the first verified answer, a new connection, acquisition from the pool, bytes allocated [--trials 50]
          report      docs/performance/ipc.md from the results
        """;

    private static readonly string[] s_latency = ["latency 64", "latency 1024", "latency 65536"];
    private static readonly string[] s_floods = ["flood 64 1", "flood 64 64"];
    private static readonly string[] s_work = ["work completion", "work tool", "work stream", "work batch", "work mixed"];

    private static readonly string[] s_crowds = ["many 100 100", "many 1000 1000", "many 1000 100", "many 1000 10"];

    internal static async Task<int> RunAsync(Settings settings)
    {
        switch (settings.Command)
        {
            case "latency": return await RaceAsync(settings, rivals => rivals.Echoes, s_latency);
            case "throughput": return await RaceAsync(settings, rivals => rivals.Floods, s_floods);
            case "work": return await RaceAsync(settings, rivals => rivals.Workers, s_work);
            case "many": return await RaceAsync(settings, rivals => rivals.Crowds, s_crowds);
            case "memory": return await RunAsync(settings, async (rivals, log) => { await new MemoryCommand(settings, log).RunAsync(rivals); return true; });
            case "soak": return await RunAsync(settings, (rivals, log) => new SoakCommand(settings, log).RunAsync(rivals.Soak));
            case "recovery": return await RunAsync(settings, async (_, log) => { await new RecoveryCommand(settings, log).RunAsync(); return true; });
            case "report": return new Page(settings.Results, Path.Combine("docs", "performance")).Write();
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static Task<int> RaceAsync(Settings settings, Func<Rivals, Rival[]> choose, string[] orders) => RunAsync(settings, async (rivals, log) =>
    {
        await new Race(settings, log, orders).RunAsync(choose(rivals));
        return true;
    });

    private static async Task<int> RunAsync(Settings settings, Func<Rivals, ResultLog, Task<bool>> command)
    {
        using var folder = new TemporaryFolder();
        var content = Path.Combine(folder.Path, "content.json");
        WorkContent.Save(content);
        using var log = new ResultLog(settings);
        return await command(new Rivals(content), log) ? 0 : 1;
    }
}
