using Trawl.Api.Captures;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Summaries;

/// <summary>What a run has recorded, for people.</summary>
internal sealed class CaptureView(CliSession session)
{
    public void Write(CaptureDetails capture)
    {
        var data = session.Data;
        if (capture.Files.Count == 0)
        {
            session.Talk.Say($"{capture.RunId} has recorded nothing; \"capture: full\" in the pipeline records all.");
            return;
        }

        data.WriteLine($"{Amounts.Of(capture.Exchanges, "exchange")}: {Amounts.Of(capture.Answers, "answer")}, "
            + $"{Amounts.Of(capture.Revisits, "revisit")}, {Amounts.Of(capture.Failures, "failure")}; {Amounts.Bytes(capture.Bytes)}");
        var table = new TextTable(
            new TextColumn("exchanges", IsRight: true), new TextColumn("revisits", IsRight: true),
            new TextColumn("size", IsRight: true), new TextColumn("file"));
        foreach (var file in capture.Files)
        {
            table.Add(Amounts.Count(file.Exchanges), Amounts.Count(file.Revisits), Amounts.Bytes(file.Bytes), file.Path);
        }

        data.Write(table);
        if (capture.Verdict is { } verdict)
        {
            Write(verdict);
        }
    }

    private void Write(CaptureVerdict verdict)
    {
        var records = string.Join(", ", verdict.Records.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{Amounts.Count(r.Value)} {r.Key}"));
        session.Data.WriteLine($"Read: {records}; {Amounts.Of(verdict.ExchangesRead, "exchange")} read back.");
        foreach (var defect in verdict.Defects)
        {
            session.Data.WriteLine($"{defect.File}, offset {Amounts.Count(defect.Offset)}: {SafeText.Line(defect.Message)}");
        }

        session.Data.WriteLine(verdict.DefectCount == 0 ? "All is as it should be." : $"{Amounts.Of(verdict.DefectCount, "defect")}.");
    }
}
