using Trawl.Api.Runs;
using Trawl.Cli.Terminal;
using Trawl.Model.Changes;
using Trawl.Model.Runs;

namespace Trawl.Cli.Summaries;

/// <summary>The last words on a run: counts, what went wrong and how to learn why, files, what to do next.</summary>
internal sealed class RunSummaryView(CliSession session)
{
    private readonly Talk _talk = session.Talk;
    private readonly Style _style = session.Talk.Style;

    public void Write(RunDetails details, RunOutcome outcome)
    {
        var run = details.Run;
        _talk.Say($"{_style.Bold(run.RunId)} {Colored(run.State)} {After(run.State)} {Amounts.Duration(run.ElapsedSeconds)}"
            + (outcome.Reason is { } reason ? $": {SafeText.Line(reason)}" : ""));
        if (outcome.Error is { } error)
        {
            ErrorView.Write(_talk, error);
        }

        WriteCounts(details);
        WriteProblems(details);
        WriteChanges(details.Changes);
        new DriftLines(_talk).Write(details.Drift);
        WriteOutputs(details);
        if (!session.IsJson && !session.Data.IsTerminal)
        {
            foreach (var output in details.Outputs)
            {
                session.Data.WriteLine(output.Path);
            }
        }
    }

    private void WriteChanges(ChangeReport? changes)
    {
        if (changes is null)
        {
            return;
        }

        _talk.Say();
        foreach (var line in ChangeLines.Of(changes))
        {
            _talk.Say(line);
        }
    }

    private string Colored(RunState state) => state switch
    {
        RunState.Completed => _style.Green(RunWords.State(state)),
        RunState.Failed => _style.Red(RunWords.State(state)),
        _ => _style.Yellow(RunWords.State(state)),
    };

    private static string After(RunState state) => state is RunState.Completed ? "in" : "after";

    private void WriteCounts(RunDetails details)
    {
        var run = details.Run;
        var table = new TextTable(new TextColumn(""), new TextColumn("", IsRight: true), new TextColumn("", MayShrink: true));
        table.Add("requests", Amounts.Count(run.Requests.Done), "done" + Others(run));
        foreach (var (type, count) in details.Records)
        {
            var aside = details.Quarantined.GetValueOrDefault(type);
            var more = aside > 0 ? $", {Amounts.Count(aside)} quarantined" : "";
            table.Add(type, Amounts.Count(count), (count == 1 ? "record" : "records") + more);
        }

        foreach (var (type, aside) in details.Quarantined.Where(q => !details.Records.ContainsKey(q.Key)))
        {
            table.Add(type, "0", $"records, {Amounts.Count(aside)} quarantined");
        }

        table.Add("attempts", Amounts.Count(run.Attempts), $"{Amounts.Bytes(run.Bytes)} received");
        if (details.Capture is { } capture)
        {
            table.Add(
                "recorded", Amounts.Count(capture.Exchanges),
                $"{(capture.Exchanges == 1 ? "exchange" : "exchanges")}, {Amounts.Bytes(capture.Bytes)} in {Amounts.Of(capture.Files, "file")}");
        }

        _talk.Say();
        _talk.Write(table, "  ");
    }

    private static string Others(RunSummary run)
    {
        var waiting = run.Requests.Queued + run.Requests.InFlight;
        return $", {Amounts.Count(run.Requests.Failed)} failed, {Amounts.Count(run.Requests.Skipped)} skipped"
            + (waiting > 0 ? $", {Amounts.Count(waiting)} waiting" : "");
    }

    private void WriteProblems(RunDetails details)
    {
        if (details.Problems.Count == 0)
        {
            return;
        }

        _talk.Say();
        _talk.Say(_style.Bold("Not collected"));
        var table = new TextTable(
            new TextColumn("", IsRight: true), new TextColumn(""), new TextColumn(""), new TextColumn("", MayShrink: true));
        foreach (var group in details.Problems)
        {
            table.Add(Amounts.Count(group.Count), RunWords.State(group.State), group.Code, group.Meaning);
        }

        _talk.Write(table, "  ");
        _talk.Say("  Why, by an example of each:");
        foreach (var group in details.Problems.Where(g => g.ExampleUrl is not null))
        {
            _talk.Say($"    {SafeText.Line(session.Suggest("explain", details.Run.RunId, group.ExampleUrl!))}");
        }
    }

    private void WriteOutputs(RunDetails details)
    {
        if (details.Outputs.Count == 0)
        {
            return;
        }

        _talk.Say();
        _talk.Say(_style.Bold("Files"));
        // A path is there to be copied: it comes last and is never cut.
        var table = new TextTable(new TextColumn("", IsRight: true), new TextColumn("", IsRight: true), new TextColumn(""));
        foreach (var output in details.Outputs)
        {
            table.Add(Amounts.Of(output.Records.Values.Sum(), "record"), Amounts.Bytes(output.Bytes), output.Path);
        }

        _talk.Write(table, "  ");
        if (details.Sinks.Count > 0)
        {
            _talk.Say();
            _talk.Say(_style.Bold("Delivered"));
            _talk.Write(SinkTable.Of(details.Sinks), "  ");
        }
    }

    public void WriteNext(RunDetails details, RunOutcome outcome)
    {
        var id = details.Run.RunId;
        _talk.Say();
        _talk.Say(_style.Bold("Next"));
        if (outcome.ResumeCommand is { } resume)
        {
            _talk.Say($"  {resume}");
        }

        _talk.Say($"  {session.Suggest("show", id)}");
        if (details.Quarantined.Values.Sum() > 0)
        {
            _talk.Say($"  {session.Suggest("show", id, "--quarantine")}");
        }
        else if (details.Records.Count > 0)
        {
            _talk.Say($"  {session.Suggest("export", id, "--to", details.Records.Keys.First() + ".csv")}");
        }
    }
}
