using System.Globalization;
using Trawl.Api.Lineage;
using Trawl.Api.Pages;
using Trawl.Cli.Terminal;
using Trawl.Model.Plans;
using Trawl.Model.Records;

namespace Trawl.Cli.Summaries;

/// <summary>What <c>trawl explain --record</c> prints: the way from the request to each value.</summary>
internal sealed class LineageView(DataOut data)
{
    private const int Longest = 200;

    public void Write(RecordExplanation record)
    {
        WriteRecord(record);
        foreach (var field in record.Fields)
        {
            Write(field, "");
        }
    }

    private void WriteRecord(RecordExplanation record)
    {
        var facts = new TextTable(new TextColumn(""), new TextColumn(""));
        var status = record.Status == RecordStatus.Kept
            ? record.IsMerged ? "merged with an earlier one of its key" : "published"
            : record.Status.ToString().ToLowerInvariant();
        facts.Add("record", string.Create(CultureInfo.InvariantCulture, $"{record.Record.Type} {record.Key} (#{record.Record.Id}), {status}"));
        facts.Add("page", record.Request.Url);
        facts.Add("fetched", $"{Amounts.ExactTime(record.At.StartedAt)}, "
            + $"status {record.Request.Status?.ToString(CultureInfo.InvariantCulture) ?? "none"}, {Amounts.Of(record.Request.Attempts, "attempt")}");
        facts.Add("kept", string.Create(CultureInfo.InvariantCulture, $"{record.At.File}, offset {record.At.Offset}"));
        foreach (var hop in record.RedirectedFrom)
        {
            facts.Add("redirect", "from " + hop);
        }

        foreach (var step in record.Path)
        {
            facts.Add("found", step.Url is null ? $"by start point {step.Via}" : $"on {step.Url} by rule {step.Via}");
        }

        facts.Add("rule", record.Rule + (record.Each is { } each ? $", one record for each {each.Text}" : ""));
        if (record.Scope is { } scope)
        {
            facts.Add("read from", Place(scope));
        }

        if (!record.IsSame)
        {
            facts.Add("note", "Read again, the page gives another record than the stored one: it was made by another version.");
        }

        data.Write(facts);
    }

    private void Write(FieldLineage field, string indent)
    {
        data.WriteLine();
        var values = field.Values.Count == 0 ? "" : " = " + SafeText.Cut(SafeText.Line(string.Join(", ", field.Values.Select(v => v.GetRawText()))), Longest);
        data.WriteLine($"{indent}{data.Style.Bold(SafeText.Line(field.Path))}{values}");
        indent += "  ";
        if (field.Source is not (FieldSource.Selectors or FieldSource.Count))
        {
            data.WriteLine($"{indent}from the {Words(field.Source)}, not from the page's content");
        }

        foreach (var selector in field.Selectors)
        {
            Write(selector, field, indent);
        }

        WriteEnd(field, indent);
        foreach (var below in field.Fields)
        {
            Write(below, indent);
        }
    }

    private void Write(SelectorLineage selector, FieldLineage field, string indent)
    {
        if (selector.Selector is { } text)
        {
            var chosen = selector.Chosen || field.Source == FieldSource.Count ? "" : ", not used";
            data.WriteLine($"{indent}{text.Language.ToString().ToLowerInvariant()} {SafeText.Line(text.Text)}: {Amounts.Count(selector.Count)} found{chosen}");
        }

        foreach (var taken in selector.Taken.Take(5).Where(t => t.Path is not null || t.Line > 0))
        {
            data.WriteLine($"{indent}  at {Place(taken)}");
            data.WriteLine(data.Style.Dim($"{indent}     {SafeText.Cut(SafeText.Line(taken.Snippet), Longest)}"));
            if (field.Type != FieldType.Object)
            {
                data.WriteLine($"{indent}  {field.Take} {Quoted(taken.Text)}");
            }
        }

        foreach (var step in selector.Transforms)
        {
            var arguments = step.Arguments.Count == 0 ? "" : " " + string.Join(' ', step.Arguments.Select(Quoted));
            data.WriteLine($"{indent}  {step.Name}{arguments}: {List(step.Before)} -> {List(step.After)}");
        }
    }

    private void WriteEnd(FieldLineage field, string indent)
    {
        foreach (var conversion in field.Conversions.Take(5).Where(_ => field.Type != FieldType.Text))
        {
            var locale = field.Locale is { } name ? $" ({name})" : "";
            var result = conversion.Expected is { } expected
                ? data.Style.Red($"is not {expected}")
                : "-> " + SafeText.Cut(SafeText.Line(conversion.Value?.GetRawText()), Longest);
            data.WriteLine($"{indent}{field.Type.ToString().ToLowerInvariant()}{locale}: {Quoted(conversion.Text)} {result}");
        }

        if (field.Default is { } value)
        {
            data.WriteLine($"{indent}nothing found; the default: {Quoted(value)}");
        }

        foreach (var problem in field.Problems)
        {
            data.WriteLine($"{indent}{data.Style.Red($"breaks {problem.Rule}")}: {SafeText.Line(problem.Message)}");
        }
    }

    private static string Words(FieldSource source) => source switch
    {
        FieldSource.PageUrl => "page's URL",
        FieldSource.FetchedAt => "time of the fetch",
        FieldSource.Status => "HTTP status",
        _ => "pipeline (a constant)",
    };

    private static string Place(SelectedNode node) =>
        (node.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"line {node.Line}, column {node.Column}: ") : "") + SafeText.Line(node.Path);

    private static string List(IReadOnlyList<string> values) =>
        values.Count == 0 ? "nothing" : string.Join(", ", values.Take(5).Select(Quoted)) + (values.Count > 5 ? ", …" : "");

    private static string Quoted(string? text) => $"\"{SafeText.Cut(SafeText.Line(text), Longest)}\"";
}
