using System.Globalization;
using System.Net;
using System.Text;
using Trawl.Api.Replaying;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Summaries;

/// <summary>The differences between a run and a changed pipeline as one page that needs nothing else.</summary>
internal static class DiffPage
{
    private const string Style = """
        :root{color-scheme:light dark;--fg:#1c2430;--dim:#667085;--bg:#f6f7f9;--card:#fff;--line:#e2e6ec;--add:#0a7a3f;--addbg:#e5f6ec;
        --del:#b42318;--delbg:#fdecea;--chg:#8a5a00;--chgbg:#fff4dc;--acc:#2f5fd0}
        @media(prefers-color-scheme:dark){:root{--fg:#e6e9ef;--dim:#97a1b3;--bg:#12161c;--card:#1a2029;--line:#2b3340;--add:#5bd08d;
        --addbg:#12301f;--del:#ff8d80;--delbg:#3a1a17;--chg:#f2c063;--chgbg:#33280f;--acc:#8fb0ff}}
        *{box-sizing:border-box}body{margin:0;font:15px/1.5 system-ui,sans-serif;color:var(--fg);background:var(--bg)}
        main{max-width:1080px;margin:0 auto;padding:32px 20px 80px}h1{font-size:24px;margin:0 0 4px;letter-spacing:-.01em}
        h2{font-size:17px;margin:36px 0 10px}.dim{color:var(--dim)}a{color:var(--acc);text-decoration:none;overflow-wrap:anywhere}
        .cards{display:flex;flex-wrap:wrap;gap:12px;margin:22px 0}.card{background:var(--card);border:1px solid var(--line);border-radius:10px;
        padding:12px 18px;min-width:130px}.card b{display:block;font-size:26px;font-variant-numeric:tabular-nums}
        .add b,.sign.add{color:var(--add)}.del b,.sign.del{color:var(--del)}.chg b,.sign.chg{color:var(--chg)}
        table{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line);border-radius:10px;overflow:hidden}
        th,td{text-align:left;padding:7px 12px;border-top:1px solid var(--line);vertical-align:top}tr:first-child th{border-top:0}
        th{font-size:12px;font-weight:600;color:var(--dim);text-transform:uppercase;letter-spacing:.04em}
        .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.bar{display:inline-block;width:90px;height:7px;border-radius:4px;
        background:var(--line);overflow:hidden;margin-right:8px;vertical-align:middle}.bar i{display:block;height:100%;background:var(--acc)}
        .worse{color:var(--del);font-weight:600}.better{color:var(--add);font-weight:600}
        details{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:8px 0}
        summary{cursor:pointer;padding:9px 14px;overflow-wrap:anywhere}
        details table{border:0;border-top:1px solid var(--line);border-radius:0}
        code{font:13px/1.45 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}
        .sign{font-weight:700;display:inline-block;width:1.2em}.old{background:var(--delbg)}.new{background:var(--addbg)}td.old,td.new{width:42%}
        .bar-find{display:flex;gap:8px;flex-wrap:wrap;margin:10px 0}input,button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);
        border-radius:8px;padding:6px 12px}
        input{flex:1;min-width:200px}button[aria-pressed=true]{border-color:var(--acc);color:var(--acc)}li{overflow-wrap:anywhere}
        """;

    private const string Script = """
        const q=document.querySelector('#q'),all=[...document.querySelectorAll('details.r')],kinds=[...document.querySelectorAll('button[data-k]')];
        function show(){const t=q.value.toLowerCase(),on=kinds.filter(b=>b.ariaPressed==='true').map(b=>b.dataset.k);
        for(const d of all)d.hidden=(on.length&&!on.includes(d.dataset.k))||(t&&!d.textContent.toLowerCase().includes(t))}
        q?.addEventListener('input',show);for(const b of kinds)b.addEventListener('click',()=>{b.ariaPressed=b.ariaPressed!=='true';show()});
        """;

    public static string Write(TryPlanResponse diff, string file)
    {
        var page = new StringBuilder($"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append($"<title>{Text(diff.RunId)} with {Text(Path.GetFileName(file))}</title><style>{Style}</style><main>")
            .Append($"<h1>What {Text(Path.GetFileName(file))} would have made of it</h1>")
            .Append($"<div class=\"dim\">Run {Text(diff.RunId)}, {Amounts.Of(diff.Pages, "page")} ")
            .Append($"from its recording in {Amounts.Duration(diff.Seconds)}; the network was not used.</div>");
        Cards(page, diff);
        Fields(page, diff);
        Records(page, diff);
        Missing(page, diff);
        return page.Append($"</main><script>{Script}</script></html>\n").ToString();
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
        page.Append($"<div class=\"card {kind}\"><b>{Amounts.Count(count)}</b><span class=\"dim\">{name}</span></div>");

    private static void Fields(StringBuilder page, TryPlanResponse diff)
    {
        foreach (var type in diff.Types)
        {
            page.Append($"<h2>{Text(type.Type)} <span class=\"dim\">{Amounts.Count(type.Before)} → {Amounts.Count(type.After)}</span></h2>")
                .Append("<table><tr><th>field<th class=\"n\">changed<th>filled before<th>filled after</tr>");
            foreach (var field in type.Fields)
            {
                var change = field.FilledAfter < field.FilledBefore ? "worse" : field.FilledAfter > field.FilledBefore ? "better" : "";
                page.Append($"<tr><td><code>{Text(field.Name)}</code><td class=\"n\">{Amounts.Count(field.Changed)}<td>{Share(field.FilledBefore)}")
                    .Append($"<td class=\"{change}\">{Share(field.FilledAfter)}</tr>");
            }

            page.Append("</table>");
        }
    }

    private static void Records(StringBuilder page, TryPlanResponse diff)
    {
        if (diff.Records.Count == 0)
        {
            page.Append("<h2>Records</h2><p class=\"dim\">No record would be different.</p>");
            return;
        }

        page.Append($"<h2>Records <span class=\"dim\">{Amounts.Count(diff.Records.Count)} shown</span></h2><div class=\"bar-find\">")
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
        page.Append($"<details class=\"r\" data-k=\"{record.Kind}\"{(record.Kind == DiffKind.Changed ? " open" : "")}>")
            .Append($"<summary><span class=\"sign {kind}\">{sign}</span>")
            .Append($"<b>{Text(record.Key)}</b> <span class=\"dim\">{Text(record.Type)} · {Text(record.Url)}</span></summary><table>");
        foreach (var field in record.Fields)
        {
            page.Append($"<tr><td><code>{Text(field.Name)}</code><td class=\"old\"><code>{Text(field.Before ?? "")}</code>")
                .Append($"<td class=\"new\"><code>{Text(field.After ?? "")}</code></tr>");
        }

        page.Append("</table></details>");
    }

    private static void Missing(StringBuilder page, TryPlanResponse diff)
    {
        if (diff.Missing.Count > 0)
        {
            page.Append("<h2>Not in the recording</h2><p class=\"dim\">The pipeline wanted these pages; nobody was asked for them.</p><ul>")
                .AppendJoin("", diff.Missing.Select(url => $"<li><code>{Text(url)}</code>")).Append("</ul>");
        }
    }

    private static string Share(double share)
    {
        var percent = share.ToString("0.#%", CultureInfo.InvariantCulture);
        return $"<span class=\"bar\"><i style=\"width:{percent}\"></i></span>{percent}";
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
