using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Measuring;

namespace Trawl.Ipc.Bench.Reporting;

/// <summary>Raw results, one JSON object a line; the first line of each run says where and when.</summary>
internal sealed class ResultLog : IDisposable
{
    private readonly StreamWriter _writer;
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    internal ResultLog(Settings settings)
    {
        Directory.CreateDirectory(settings.Results);
        File = Path.Combine(settings.Results, $"{settings.Command}-{(settings.Busy ? "busy" : "quiet")}.jsonl");
        _writer = new StreamWriter(File, append: settings.More);
        var machine = Machine.Describe();
        machine["kind"] = "machine";
        Write(machine);
    }

    internal string File { get; }

    internal void Add(JsonObject result)
    {
        result["kind"] = "result";
        Write(result);
    }

    /// <summary>A point of a curve: kept, and not shown in tables.</summary>
    internal void AddSample(JsonObject sample)
    {
        sample["kind"] = "sample";
        Write(sample);
    }

    public void Dispose() => _writer.Dispose();

    private void Write(JsonObject line)
    {
        line["run"] = _run;
        _writer.WriteLine(line.ToJsonString());
        _writer.Flush();
    }
}
