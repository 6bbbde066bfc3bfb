namespace Trawl.Demo.Scripted;

/// <summary>Pages that some site has, each of which stops a careless browser.</summary>
internal static class ScriptTraps
{
    private const string Head = "<!doctype html><title>Trap</title><h1>Trap</h1>";

    private static readonly Dictionary<string, string> s_pages = new(StringComparer.Ordinal)
    {
        ["loop"] = "<script>for (;;) ;</script>",
        ["late-loop"] = "<script>setTimeout(() => { for (;;) ; }, 50)</script>",
        ["dialogs"] = "<script>alert('one'); confirm('two'); prompt('three'); document.body.append('after')</script>",
        ["leave"] = "<script>addEventListener('beforeunload', event => { event.preventDefault(); event.returnValue = 'stay'; })</script>",
        ["windows"] = "<script>open('/plain/1'); document.body.append('after')</script>",
        ["away"] = "<script>location.href = '/plain/1'</script>",
        ["poll"] = "<script>(async () => { for (;;) { try { await fetch('/api/never'); } catch { } } })()</script>",
        ["restless"] = "<script>setInterval(() => document.body.append('.'), 20)</script>",
        ["download"] = "<a id=a href='/img/1' download=x>x</a><script>document.getElementById('a').click()</script>",
        ["memory"] = "<script>const all = []; setTimeout(() => { for (;;) all.push(new Array(1e6).fill(all.length + 0.5)); }, 0)</script>",
        ["chance"] = "<script>document.body.append(Math.random(), ' ', Math.random(), ' ', new Date().toISOString(), ' ', Date.now(), ' ', "
            + "Intl.DateTimeFormat().resolvedOptions().timeZone, ' ', navigator.language, ' ', innerWidth, 'x', innerHeight)</script>",
        ["closed"] = "<div id=host></div><script>document.getElementById('host').attachShadow({ mode: 'closed' }).innerHTML = "
            + "'<b class=inside>seen</b>'</script>",
        ["odd"] = "<p title='a&quot;b &lt;c&gt; &amp;nbsp;'>1 &lt; 2 &amp; 3</p><textarea>&lt;b&gt;</textarea>"
            + "<script type=x>if (a < b && c) '</p>'</script>"
            + "<template><i class=t>in a template</i></template><pre>\n\n two</pre>",
    };

    /// <summary>The page of that name; null when there is none.</summary>
    public static string? Find(string kind) => s_pages.TryGetValue(kind, out var page) ? Head + page : null;
}
