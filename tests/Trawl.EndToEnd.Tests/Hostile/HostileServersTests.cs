using System.Globalization;
using Trawl.EndToEnd.Tests.Support;
using Xunit.Abstractions;

namespace Trawl.EndToEnd.Tests.Hostile;

/// <summary>
/// The real executable among hosts that do everything wrong. It ends; each wrong has its code in the run's books; the pages
/// of an honest neighbour are all there; memory stays where it is without them.
/// </summary>
public sealed class HostileServersTests(ITestOutputHelper output) : IDisposable
{
    private const int NeighbourPages = 300; // and the start page
    private const long MostMemory = 400L << 20;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void EveryWrongHasItsCode_TheRunEnds_AndTheNeighbourIsUnhurt()
    {
        using var neighbour = new HostileHost(Neighbour);
        var hosts = Misbehaviours.All.Select(m => (Sin: m, Host: Serve(m))).ToList();
        try
        {
            using var trawl = TrawlProcess.Start(["run", Pipeline(neighbour, hosts.Select(h => h.Host)), "--home", _scratch.PathOf("home")]);
            var memory = MemoryUntilTheEnd(trawl);
            output.WriteLine($"{memory >> 20} MiB\n{trawl.Talk}");
            var books = new RunBooks(_scratch.PathOf("home"));

            Assert.True(trawl.ExitCode == 0, $"exit code {trawl.ExitCode}, state {books.State()}");
            Assert.Empty(books.NotFinal());
            Assert.Empty(books.WrongCounters());
            Assert.Equal(NeighbourPages + 1, books.Done().Count(url => url.StartsWith(neighbour.Url, StringComparison.Ordinal)));
            Assert.Empty(hosts.SelectMany(h => Problems(books, h.Sin, h.Host)));
            Assert.InRange(memory, 0, MostMemory);
        }
        finally
        {
            hosts.ForEach(h => h.Host.Dispose());
        }
    }

    private static IEnumerable<string> Problems(RunBooks books, Misbehaviour sin, HostileHost host)
    {
        var rows = books.Query($"SELECT url || ' ' || state || ' ' || coalesce(code, '-') FROM requests WHERE url LIKE '{host.Url}%' ORDER BY id");
        var expected = sin.Code is null ? $"{host.Url} 10 -" : $"{host.Url} {(sin.Code.StartsWith("TRAWL-SKIP", StringComparison.Ordinal) ? 12 : 11)} {sin.Code}";
        if (rows.FirstOrDefault() != expected) yield return $"{sin.Name}: {rows.FirstOrDefault()} instead of {expected}";
        if (sin.CutCode is { } cut && !rows.Any(row => row.EndsWith(cut, StringComparison.Ordinal))) yield return $"{sin.Name}: nothing was cut with {cut} among {rows.Count} URLs";
        if (host.Hits > sin.MostHits) yield return $"{sin.Name}: {host.Hits} requests";
        var journal = books.Query(
            "SELECT count(*) || '' FROM journal j JOIN requests r ON r.id = j.request_id "
            + $"WHERE r.url LIKE '{host.Url}%' AND j.data LIKE '%{sin.Code ?? "\"as\":\"done\""}%'").Single();
        if (journal == "0" && sin.MostHits > 0) yield return $"{sin.Name}: the journal says nothing of it";
    }

    private static HostileHost Serve(Misbehaviour sin) => new(x =>
        x.IsRobots && !sin.Name.StartsWith("robots.txt", StringComparison.Ordinal) ? x.NotFoundAsync() : sin.Answer(x));

    private static Task Neighbour(HostileExchange x)
    {
        if (x.IsRobots) return x.NotFoundAsync();
        var number = int.TryParse(x.Path.AsSpan(1), CultureInfo.InvariantCulture, out var n) ? n : 0;
        return x.PageAsync($"<h1>{number}</h1><a href='/{(number + 1) % NeighbourPages}'>next</a><a href='/{number * 2 % NeighbourPages}'>far</a>");
    }

    // The high-water mark that the kernel keeps, as long as it can be asked.
    private static long MemoryUntilTheEnd(TrawlProcess trawl)
    {
        long most = 0;
        var deadline = DateTime.UtcNow + s_patience;
        while (!trawl.Ends(TimeSpan.FromMilliseconds(50)))
        {
            Assert.True(DateTime.UtcNow < deadline, $"The run does not end:\n{trawl.Talk}");
            most = Math.Max(most, HighWater(trawl.Id));
        }

        trawl.WaitForExit(s_patience);
        return most;
    }

    private static long HighWater(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line[6..^3].Trim(), CultureInfo.InvariantCulture) << 10;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private string Pipeline(HostileHost neighbour, IEnumerable<HostileHost> hosts)
    {
        var file = _scratch.PathOf("hostile.yaml");
        File.WriteAllText(file, $$"""
            name: hostile
            start: [{{string.Join(", ", hosts.Select(h => h.Url).Prepend(neighbour.Url))}}]
            scope: { exclude: ["/elsewhere/**"] }
            fetch: { delay: 0 ms, perHost: 2, concurrency: 16, timeout: 3 s, maxBody: 1 MB, retries: 1, retryDelay: 100 ms, adaptive: false }
            pages: { page: { follow: a, extract: { page: { fields: { title: h1 } } } } }
            """);
        return file;
    }
}
