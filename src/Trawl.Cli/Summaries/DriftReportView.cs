using Trawl.Api.Drift;
using Trawl.Cli.Terminal;
using Trawl.Model.Drift;

namespace Trawl.Cli.Summaries;

/// <summary>What <c>trawl drift</c> prints: the fields as data, the verdict as talk.</summary>
internal sealed class DriftReportView(CliSession session)
{
    public void Write(DriftReport report)
    {
        if (report.Records.Count > 0)
        {
            session.Data.Write(Fields(report));
        }

        if (report.Verdict.State is DriftState.NotJudged or DriftState.NothingToCompare)
        {
            session.Talk.Say(report.Verdict.State == DriftState.NotJudged
                ? "The run was not compared: it did not complete, or its pipeline says \"drift: off\"."
                : "There is no earlier run to compare with.");
        }

        new DriftLines(session.Talk).Write(report.Verdict);
    }

    private static TextTable Fields(DriftReport report)
    {
        var table = new TextTable(
            new TextColumn("field"), new TextColumn("present", IsRight: true), new TextColumn("of", IsRight: true),
            new TextColumn("looks like"), new TextColumn("most often", MayShrink: true));
        foreach (var (type, record) in report.Records)
        {
            table.Add(type, Amounts.Count(record.Kept), Amounts.Count(record.Kept + record.Invalid), "", "");
            foreach (var (name, field) in record.Fields)
            {
                var likely = field.Classes.OrderByDescending(c => c.Value).Select(c => c.Key).FirstOrDefault();
                table.Add($"{type}.{name}", Amounts.Count(field.Present), Amounts.Count(field.Total), likely ?? "", field.Common ?? "");
            }
        }

        return table;
    }
}
