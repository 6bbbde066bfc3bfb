using System.Globalization;
using Trawl.Api.Hosts;
using Trawl.Api.Records;
using Trawl.Api.Requests;
using Trawl.Api.Runs;
using Trawl.Cli.Terminal;
using Trawl.Model.Changes;
using Trawl.Model.Drift;

namespace Trawl.Cli.Summaries;

/// <summary>What <c>trawl show</c> prints as text.</summary>
internal sealed class ShowViews(CliSession session, string runId)
{
    private readonly DataOut _data = session.Data;

    public void Run(RunDetails details)
    {
        var run = details.Run;
        var facts = new TextTable(new TextColumn(""), new TextColumn("", MayShrink: true));
        facts.Add("run", run.RunId);
        facts.Add("state", RunWords.State(run.State) + (run.Reason is { } reason ? $": {reason}" : ""));
        facts.Add("accepted", Amounts.Time(run.AcceptedAt));
        facts.Add("finished", run.FinishedAt is { } at ? Amounts.Time(at) : "not yet");
        facts.Add("running time", Amounts.Duration(run.ElapsedSeconds));
        facts.Add("requests", Requests(run));
        facts.Add("attempts", $"{Amounts.Count(run.Attempts)}, {Amounts.Bytes(run.Bytes)} received");
        foreach (var (type, count) in details.Records)
        {
            var aside = details.Quarantined.GetValueOrDefault(type);
            facts.Add(type, Amounts.Of(count, "record") + (aside > 0 ? $", {Amounts.Count(aside)} quarantined" : ""));
        }

        if (details.Capture is { } capture)
        {
            facts.Add("capture", $"{Amounts.Of(capture.Exchanges, "exchange")}, {Amounts.Bytes(capture.Bytes)} in {Amounts.Of(capture.Files, "file")}");
        }

        facts.Add("folder", details.Folder);
        facts.Add("plan", details.PlanHash);
        _data.Write(facts);
        Problems(details);
        Changes(details.Changes);
        Drift(details.Drift);
        Outputs(details);
        Sinks(details);
        Warnings(details);
    }

    private void Changes(ChangeReport? changes)
    {
        if (changes is null)
        {
            return;
        }

        _data.WriteLine();
        foreach (var line in ChangeLines.Of(changes))
        {
            _data.WriteLine(line);
        }
    }

    private void Drift(DriftVerdict drift)
    {
        if (drift.State != DriftState.Drifted)
        {
            return;
        }

        _data.WriteLine();
        _data.WriteLine(_data.Style.Bold("Drift"));
        foreach (var finding in drift.Findings)
        {
            _data.WriteLine($"  {SafeText.Line(finding.Message)}");
        }
    }

    public void Requests(RequestPage page)
    {
        var table = new TextTable(
            new TextColumn("id", IsRight: true), new TextColumn("state"), new TextColumn("status", IsRight: true),
            new TextColumn("depth", IsRight: true), new TextColumn("attempts", IsRight: true), new TextColumn("code"),
            new TextColumn("url", MayShrink: true));
        foreach (var request in page.Requests)
        {
            table.Add(
                Amounts.Count(request.Id), RunWords.State(request.State), request.Status?.ToString(CultureInfo.InvariantCulture) ?? "",
                Amounts.Count(request.Depth), Amounts.Count(request.Attempts), request.Code ?? "", request.Url);
        }

        Page(table, page.Next);
    }

    public void Records(RecordPage page)
    {
        foreach (var ofType in page.Records.GroupBy(r => r.Type))
        {
            if (_data.IsTerminal)
            {
                _data.WriteLine(_data.Style.Bold(ofType.Key));
            }

            _data.Write(RecordTables.Of([.. ofType]));
        }

        More(page.Records.Count, page.Next);
    }

    public void Quarantine(RecordPage page)
    {
        foreach (var record in page.Records)
        {
            _data.WriteLine($"{_data.Style.Bold(record.Type)} {SafeText.Line(record.Url)}");
            foreach (var problem in record.Problems)
            {
                _data.WriteLine($"  {problem.Field}: {_data.Style.Yellow(problem.Rule)}: {SafeText.Line(problem.Message)}");
            }

            _data.WriteLine($"  {SafeText.Cut(SafeText.Line(record.Data.GetRawText()), Math.Min(_data.Width, 4000) - 2)}");
        }

        More(page.Records.Count, page.Next);
    }

    public void Hosts(ListHostsResponse response)
    {
        var table = new TextTable(
            new TextColumn("host", MayShrink: true), new TextColumn("queued", IsRight: true), new TextColumn("delay", IsRight: true),
            new TextColumn("failures", IsRight: true), new TextColumn("robots.txt", MayShrink: true));
        foreach (var host in response.Hosts)
        {
            table.Add(
                host.Name, Amounts.Count(host.Queued), host.DelaySeconds is { } delay ? Amounts.Duration(delay) : "",
                Amounts.Count(host.Failures), host.Robots ?? "not asked for");
        }

        Page(table, null);
    }

    private static string Requests(RunSummary run) =>
        $"{Amounts.Count(run.Requests.Done)} done, {Amounts.Count(run.Requests.Failed)} failed, "
        + $"{Amounts.Count(run.Requests.Skipped)} skipped, {Amounts.Count(run.Requests.Queued + run.Requests.InFlight)} waiting";

    private void Problems(RunDetails details)
    {
        if (details.Problems.Count == 0)
        {
            return;
        }

        _data.WriteLine();
        var table = new TextTable(
            new TextColumn("count", IsRight: true), new TextColumn("state"), new TextColumn("code"),
            new TextColumn("meaning", MayShrink: true), new TextColumn("example", MayShrink: true));
        foreach (var group in details.Problems)
        {
            table.Add(Amounts.Count(group.Count), RunWords.State(group.State), group.Code, group.Meaning, group.ExampleUrl);
        }

        _data.Write(table);
    }

    private void Outputs(RunDetails details)
    {
        if (details.Outputs.Count == 0)
        {
            return;
        }

        _data.WriteLine();
        var table = new TextTable(
            new TextColumn("records", IsRight: true), new TextColumn("size", IsRight: true), new TextColumn("format"),
            new TextColumn("file"));
        foreach (var output in details.Outputs)
        {
            table.Add(Amounts.Count(output.Records.Values.Sum()), Amounts.Bytes(output.Bytes), output.Format, output.Path);
        }

        _data.Write(table);
    }

    private void Sinks(RunDetails details)
    {
        if (details.Sinks.Count > 0)
        {
            _data.WriteLine();
            _data.Write(SinkTable.Of(details.Sinks));
        }
    }

    private void Warnings(RunDetails details)
    {
        if (details.Warnings.Count == 0)
        {
            return;
        }

        _data.WriteLine();
        foreach (var warning in details.Warnings)
        {
            _data.WriteLine($"{_data.Style.Yellow("warning:")} {SafeText.Line(warning)}");
        }
    }

    private void Page(TextTable table, long? next)
    {
        if (table.Count > 0)
        {
            _data.Write(table);
        }

        More(table.Count, next);
    }

    private void More(int shown, long? next)
    {
        if (shown == 0)
        {
            session.Talk.Say($"Run {runId} has nothing of that kind.");
        }
        else if (next is { } after)
        {
            session.Talk.Say(string.Create(CultureInfo.InvariantCulture, $"There is more: repeat the command with --after {after}."));
        }
    }
}
