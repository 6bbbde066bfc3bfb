using System.Globalization;
using Trawl.Api.Replaying;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Summaries;

/// <summary>What a changed pipeline would have made of a run, for people.</summary>
internal sealed class DiffView(CliSession session)
{
    private const int Shown = 10;

    private Style Style => session.Data.Style;

    public void Write(TryPlanResponse diff)
    {
        var types = new TextTable(
            new TextColumn("type"), new TextColumn("before", IsRight: true), new TextColumn("after", IsRight: true),
            new TextColumn("added", IsRight: true), new TextColumn("removed", IsRight: true), new TextColumn("changed", IsRight: true));
        foreach (var type in diff.Types)
        {
            types.Add(
                type.Type, Amounts.Count(type.Before), Amounts.Count(type.After), Amounts.Count(type.Added),
                Amounts.Count(type.Removed), Amounts.Count(type.Changed));
        }

        session.Data.Write(types);
        WriteFields(diff);
        foreach (var record in diff.Records.Take(Shown))
        {
            Write(record);
        }

        var all = diff.Types.Sum(t => t.Added + t.Removed + t.Changed);
        if (all is 0 or > Shown)
        {
            session.Data.WriteLine(all == 0 ? "No record would be different." : $"… {Amounts.Of(all, "difference")} in all; --json or --html has them.");
        }

        WriteEnd(diff);
    }

    private void WriteFields(TryPlanResponse diff)
    {
        var fields = new TextTable(
            new TextColumn("field"), new TextColumn("changed", IsRight: true),
            new TextColumn("filled before", IsRight: true), new TextColumn("after", IsRight: true));
        foreach (var type in diff.Types)
        {
            foreach (var field in type.Fields)
            {
                fields.Add($"{type.Type}.{field.Name}", Amounts.Count(field.Changed), Percent(field.FilledBefore), Percent(field.FilledAfter));
            }
        }

        session.Data.Write(fields);
    }

    private void Write(RecordDiff record)
    {
        var sign = record.Kind switch
        {
            DiffKind.Added => Style.Green("+"),
            DiffKind.Removed => Style.Red("-"),
            _ => Style.Yellow("~"),
        };
        session.Data.WriteLine($"{sign} {SafeText.Line(record.Type)} {Style.Bold(SafeText.Line(record.Key))}  {Style.Dim(SafeText.Line(record.Url))}");
        if (record.Kind == DiffKind.Changed)
        {
            foreach (var field in record.Fields)
            {
                session.Data.WriteLine($"    {SafeText.Line(field.Name)}: {Style.Red(Value(field.Before))} → {Style.Green(Value(field.After))}");
            }
        }
    }

    private void WriteEnd(TryPlanResponse diff)
    {
        foreach (var url in diff.Missing.Take(Shown))
        {
            session.Talk.Say($"Not recorded, so not asked for: {SafeText.Line(url)}");
        }

        if (diff.Missing.Count > Shown)
        {
            session.Talk.Say($"{Amounts.Of(diff.Missing.Count, "URL")} in all are not in the recording.");
        }

        session.Talk.Say($"{Amounts.Of(diff.Pages, "page")} in {Amounts.Duration(diff.Seconds)}, without the network."
            + (diff.Reason is { } reason ? " " + reason : ""));
    }

    private static string Value(string? json) => json is null ? "nothing" : SafeText.Line(json.Length > 80 ? json[..80] + "…" : json);

    private static string Percent(double share) => share.ToString("0.#%", CultureInfo.InvariantCulture);
}
