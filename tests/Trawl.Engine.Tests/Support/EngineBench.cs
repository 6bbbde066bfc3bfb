using Microsoft.Data.Sqlite;
using Trawl.Engine.Running;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Storage.Runs;
using Trawl.Testing.Chance;
using Trawl.Testing.Time;

namespace Trawl.Engine.Tests.Support;

/// <summary>The real engine on the real store, a scripted web and virtual time.</summary>
internal sealed class EngineBench : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trawl-engine-").FullName;
    private readonly SeededScheduler _scheduler;

    public EngineBench()
    {
        Scheduler = _scheduler = new SeededScheduler(1, Clock);
        Web = new ScriptedWeb(Clock);
    }

    public VirtualClock Clock { get; } = new();

    public SeededScheduler Scheduler { get; }

    public ScriptedWeb Web { get; }

    public NoOutputs Outputs { get; } = new();

    public CancellationTokenSource Stop { get; private set; } = new();

    public CancellationTokenSource StopNow { get; private set; } = new();

    public RunEngine? Engine { get; private set; }

    /// <summary>Whether the web is taken for one that nobody has to spare.</summary>
    public bool Unpaced { get; set; }

    /// <summary>A plan that starts at <c>http://a.test/</c>, without delay.</summary>
    public static PipelinePlan Plan(params string[] start) => new()
    {
        Name = "test",
        Start = [.. (start.Length == 0 ? ["http://a.test/"] : start).Select(url => new StartUrl(url))],
        Scope = new ScopePlan { Hosts = ["a.test", "b.test"] },
        Fetch = new FetchPlan { Delay = TimeSpan.Zero, Concurrency = 4, PerHostConcurrency = 4, Adaptive = false },
        Records = [new RecordType { Name = "page", Fields = [] }],
    };

    public void Create(PipelinePlan plan) =>
        SqliteRunStore.Create(_folder, new RunCreation(new RunId("test"), plan, Clock.GetUtcNow()), Options)
            .DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Creates the run and executes it to its end.</summary>
    public RunResult Run(PipelinePlan plan)
    {
        Create(plan);
        return Resume();
    }

    /// <summary>Executes the run to its end, or to where it is stopped.</summary>
    public RunResult Resume(Action<EngineBench>? meanwhile = null)
    {
        (Stop, StopNow) = (new CancellationTokenSource(), new CancellationTokenSource());
        var store = SqliteRunStore.Open(_folder, Options);
        Engine = new RunEngine(new RunEngineOptions
        {
            Store = store,
            Fetcher = Web,
            Pages = _ => new LineLinks(),
            Publisher = Outputs,
            Clock = Clock,
            Unpaced = Unpaced,
        });
        RunResult? result = null;
        var running = _scheduler.Start(async () => result = await Engine.RunAsync(Stop.Token, StopNow.Token));
        meanwhile?.Invoke(this);
        _scheduler.RunUntil(running);
        store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        running.GetAwaiter().GetResult();
        return result!;
    }

    /// <summary>Requests by URL: state and code.</summary>
    public Dictionary<string, (long State, string? Code)> Requests() =>
        Rows("SELECT url, state, code FROM requests").ToDictionary(r => (string)r[0], r => ((long)r[1], r[2] as string));

    public List<string> Journal() => [.. Rows("SELECT kind || ' ' || data FROM journal ORDER BY seq").Select(r => (string)r[0])];

    public void Dispose()
    {
        Stop.Dispose();
        StopNow.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static RunStoreOptions Options => new() { Inline = true, Durable = false };

    private List<object[]> Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "run.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
