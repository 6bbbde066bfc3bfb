using System.Globalization;
using Trawl.Api.Pages;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Summaries;

/// <summary>What <c>trawl select</c> prints.</summary>
internal sealed class SelectView(DataOut data)
{
    private const int LongestText = 100;

    public void Write(SelectResponse found)
    {
        var count = found.Count == 0
            ? data.Style.Yellow("nothing")
            : data.Style.Green($"{Amounts.Count(found.Count)} {(found.Count == 1 ? "match" : "matches")}");
        data.WriteLine($"{data.Style.Bold(SafeText.Line(found.Selector.Text))} finds {count} "
            + $"on {SafeText.Line(found.Url)}");
        foreach (var match in found.Matches)
        {
            Write(match);
        }

        WriteAlternatives(found);
        if (found.Rule is { } rule)
        {
            WriteRule(rule);
        }
    }

    private void Write(SelectedNode match)
    {
        data.WriteLine($"  {Quoted(match.Text)}");
        var place = match.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{match.Line}:{match.Column}  ") : "";
        data.WriteLine(data.Style.Dim($"    {place}{SafeText.Line(match.Path)}"));
    }

    private void WriteAlternatives(SelectResponse found)
    {
        if (found.Count > 0)
        {
            return;
        }

        data.WriteLine(found.Alternatives.Count == 0 ? "Nothing much like it is there either." : "Much like it, and there:");
        var table = new TextTable(new TextColumn(""), new TextColumn("", IsRight: true), new TextColumn("", MayShrink: true));
        foreach (var alternative in found.Alternatives)
        {
            table.Add(alternative.Selector, Amounts.Count(alternative.Count), Quoted(alternative.Sample));
        }

        data.Write(table, "  ");
    }

    private void WriteRule(RuleSelection rule)
    {
        data.WriteLine();
        var share = rule.Pages == 0 ? 0 : 100.0 * rule.PagesWithMatch / rule.Pages;
        data.WriteLine($"{data.Style.Bold(rule.Rule)}: found on {Amounts.Count(rule.PagesWithMatch)} of {Amounts.Of(rule.Pages, "page")} "
            + string.Create(CultureInfo.InvariantCulture, $"({Math.Floor(share * 10) / 10:0.#} %), {rule.Matches:#,0} in all, in {rule.Seconds:0.0#} s"));
        var table = new TextTable(new TextColumn("", IsRight: true), new TextColumn("", MayShrink: true), new TextColumn(""));
        foreach (var sample in rule.Samples)
        {
            table.Add(Amounts.Count(sample.Count), Quoted(sample.Text), sample.Url);
        }

        data.Write(table, "  ");
        WriteWithout(rule);
    }

    private void WriteWithout(RuleSelection rule)
    {
        var missing = rule.Pages - rule.PagesWithMatch;
        if (missing > 0)
        {
            data.WriteLine($"Not found on {Amounts.Of(missing, "page")}{(missing > rule.Without.Count ? ", such as" : "")}:");
        }

        foreach (var url in rule.Without)
        {
            data.WriteLine($"  {SafeText.Line(url)}");
        }

        if (rule.Unread > 0)
        {
            data.WriteLine(data.Style.Yellow($"{Amounts.Of(rule.Unread, "page")} could not be looked at: {SafeText.Line(rule.UnreadReason)}"));
        }
    }

    private static string Quoted(string? text) => text is null ? "(nothing to take)" : $"\"{SafeText.Cut(SafeText.Line(text), LongestText)}\"";
}
