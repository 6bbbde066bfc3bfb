using System.Globalization;
using System.Net;
using System.Text;
using Trawl.Api.Replaying;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Summaries;

/// <summary>The differences between a run and a changed pipeline as one page that needs nothing else.</summary>
internal static class DiffPage
{
    public static string Write(TryPlanResponse diff, string file)
    {
        var page = new StringBuilder($"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append($"<title>{Text(diff.RunId)} with {Text(Path.GetFileName(file))}</title><style>{DiffPageLook.Style}</style><main>")
            .Append($"<h1>What {Text(Path.GetFileName(file))} would have made of it</h1>")
            .Append($"<div class=\"dim\">Run {Text(diff.RunId)}, {Amounts.Of(diff.Pages, "page")} ")
            .Append($"from its recording in {Amounts.Duration(diff.Seconds)}; the network was not used.</div>");
        Cards(page, diff);
        Said(page, diff);
        Fields(page, diff);
        Records(page, diff);
        Missing(page, diff);
        return page.Append($"</main><script>{DiffPageLook.Script}</script></html>\n").ToString();
    }

    private static void Cards(StringBuilder page, TryPlanResponse diff)
    {
        page.Append("<div class=\"cards\">");
        Card(page, "", "records before", diff.Types.Sum(t => t.Before));
        Card(page, "", "records after", diff.Types.Sum(t => t.After));
        Card(page, "add", "added", diff.Types.Sum(t => t.Added));
        Card(page, "del", "removed", diff.Types.Sum(t => t.Removed));
        Card(page, "chg", "changed", diff.Types.Sum(t => t.Changed));
        Card(page, "", "not recorded", diff.Missing.Count);
        page.Append("</div>");
    }

    private static void Card(StringBuilder page, string kind, string name, long count) =>
        page.Append($"<div class=\"card {kind}{(count == 0 ? " zero" : "")}\"><b>{Amounts.Count(count)}</b><span class=\"dim\">{name}</span></div>");

    /// <summary>What somebody must not miss: fields that are filled less often, records that are gone.</summary>
    private static void Said(StringBuilder page, TryPlanResponse diff)
    {
        var said = new List<string>();
        foreach (var type in diff.Types)
        {
            if (type.Removed > 0)
            {
                var are = type.Removed == 1 ? "is" : "are";
                said.Add($"{Amounts.Count(type.Removed)} of {Amounts.Of(type.Before, "record")} of <b>{Text(type.Type)}</b> {are} gone.");
            }

            // Where no record is left, that says it all.
            said.AddRange(type.Fields.Where(f => type.After > 0 && f.FilledAfter < f.FilledBefore).OrderBy(f => f.FilledAfter - f.FilledBefore)
                .Select(f => $"<code>{Text(type.Type)}.{Text(f.Name)}</code> is filled in {Percent(f.FilledAfter)}; it was {Percent(f.FilledBefore)}."));
        }

        if (said.Count > 0)
        {
            page.Append("<div class=\"said\">").AppendJoin("", said.Take(12).Select(line => $"<p>{line}")).Append("</div>");
        }
    }

    private static void Fields(StringBuilder page, TryPlanResponse diff)
    {
        foreach (var type in diff.Types)
        {
            page.Append($"<h2>{Text(type.Type)} <span class=\"dim\">{Amounts.Count(type.Before)} → {Amounts.Count(type.After)} records</span></h2>");
            var other = type.Fields.Where(f => f.Changed > 0 || (type.After > 0 && f.FilledBefore != f.FilledAfter)).ToList();
            var same = type.Fields.Except(other).ToList();
            if (other.Count > 0)
            {
                Table(page, type, other);
            }

            if (same.Count > 0)
            {
                page.Append($"<details><summary class=\"dim\">{Amounts.Of(same.Count, "field")} without a change</summary>");
                Table(page, type, same);
                page.Append("</details>");
            }
        }
    }

    private static void Table(StringBuilder page, TypeDiff type, List<FieldFill> fields)
    {
        page.Append("<table><tr><th>field<th class=\"n\">changed<th>filled before<th>filled after</tr>");
        foreach (var field in fields)
        {
            var change = field.FilledAfter < field.FilledBefore ? "worse" : field.FilledAfter > field.FilledBefore ? "better" : "";
            var name = field.Changed == 0 ? $"<code>{Text(field.Name)}</code>"
                : $"<button data-f=\"{Text(Named(type.Type, field.Name))}\" aria-pressed=\"false\" "
                    + $"title=\"Show only records with another {Text(field.Name)}\">{Text(field.Name)}</button>";
            page.Append($"<tr><td>{name}<td class=\"n\">{Amounts.Count(field.Changed)}<td>{Share(field.FilledBefore)}")
                .Append($"<td class=\"{change}\">{Share(field.FilledAfter)}</tr>");
        }

        page.Append("</table>");
    }

    private static void Records(StringBuilder page, TryPlanResponse diff)
    {
        if (diff.Records.Count == 0)
        {
            page.Append("<h2>Records</h2><p class=\"dim\">No record would be different.</p>");
            return;
        }

        var different = diff.Types.Sum(t => t.Added + t.Removed + t.Changed);
        page.Append($"<h2>Records <span class=\"dim\">{Amounts.Of(different, "difference")}, ")
            .Append($"<span id=\"seen\">{Amounts.Count(diff.Records.Count)} shown</span></span></h2><div class=\"find\">")
            .Append("<input id=\"q\" type=\"search\" placeholder=\"Find a key, a page or a value\" aria-label=\"Find\">");
        foreach (var kind in diff.Records.Select(r => r.Kind).Distinct().Order())
        {
            page.Append($"<button data-k=\"{kind}\" aria-pressed=\"false\">{kind.ToString().ToLowerInvariant()}</button>");
        }

        page.Append("</div>");
        foreach (var record in diff.Records)
        {
            Record(page, record);
        }
    }

    private static void Record(StringBuilder page, RecordDiff record)
    {
        var (sign, kind) = record.Kind switch
        {
            DiffKind.Added => ("+", "add"),
            DiffKind.Removed => ("−", "del"),
            _ => ("~", "chg"),
        };
        var fields = string.Join('\n', record.Fields.Select(f => Text(Named(record.Type, f.Name))));
        page.Append($"<details class=\"r\" data-k=\"{record.Kind}\" data-f=\"{fields}\"")
            .Append(record.Kind == DiffKind.Changed ? " open>" : ">")
            .Append($"<summary><span class=\"sign {kind}\">{sign}</span><b>{Text(record.Key)}</b> ")
            .Append($"<span class=\"dim\">{Text(record.Type)} · {Link(record.Url)}</span></summary><table>");
        foreach (var field in record.Fields)
        {
            var (old, now) = Marked(field.Before, field.After);
            page.Append($"<tr><td><code>{Text(field.Name)}</code><td class=\"old\">{old}<td class=\"new\">{now}</tr>");
        }

        page.Append("</table></details>");
    }

    /// <summary>Both values, with what is between their common beginning and end marked.</summary>
    private static (string Old, string New) Marked(string? old, string? now)
    {
        if (old is null || now is null)
        {
            return (Value(old), Value(now));
        }

        var start = old.AsSpan().CommonPrefixLength(now);
        var end = 0;
        while (end < Math.Min(old.Length, now.Length) - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        // Where little is alike, marks are noise.
        return start + end < 4 ? (Value(old), Value(now)) : (Mark(old, start, end), Mark(now, start, end));
    }

    private static string Mark(string value, int start, int end) =>
        $"<code>{Text(value[..start])}<mark>{Text(value[start..^end])}</mark>{Text(value[^end..])}</code>";

    private static string Value(string? json) => json is null ? "<span class=\"none\">nothing</span>" : $"<code>{Text(json)}</code>";

    private static string Link(string url) =>
        url.StartsWith("http", StringComparison.Ordinal) ? $"<a href=\"{Text(url)}\" rel=\"noreferrer\">{Text(url)}</a>" : Text(url);

    private static string Named(string type, string field) => $"{type}.{field}";

    private static void Missing(StringBuilder page, TryPlanResponse diff)
    {
        if (diff.Missing.Count > 0)
        {
            page.Append($"<h2>Not in the recording</h2><details{(diff.Missing.Count <= 20 ? " open" : "")}><summary>{Amounts.Of(diff.Missing.Count, "page")} ")
                .Append("that the pipeline wanted; nobody was asked for them</summary><ul>")
                .AppendJoin("", diff.Missing.Select(url => $"<li><code>{Text(url)}</code>")).Append("</ul></details>");
        }
    }

    private static string Share(double share)
    {
        var percent = Percent(share);
        return $"<span class=\"bar\"><i style=\"width:{percent}\"></i></span>{percent}";
    }

    private static string Percent(double share) => share.ToString("0.#%", CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
