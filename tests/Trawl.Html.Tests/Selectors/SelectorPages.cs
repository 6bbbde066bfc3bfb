using System.Text;

namespace Trawl.Html.Tests.Selectors;

/// <summary>Pages to select from: hand-written ones that hold every construct, and seeded random ones.</summary>
internal static class SelectorPages
{
    public const string Shop = """
        <!doctype html><html lang="en"><head><title>Lamps &amp; more</title>
        <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/a.css"><link rel=Canonical href="/lamps">
        <style>.x{color:red}</style></head>
        <body class="Page list">
        <nav id="top"><ul class="menu"><li><a href="/">Home</a><li class="on"><a href="/lamps?p=1#list">Lamps</a><li><a>No link</a>
        <li><a href="https://example.org/x">Out</a></ul></nav>
        <main><h1>Lamps <small>(3)</small></h1><!-- list -->
        <div class="grid" data-page="1"><article class="card first" id="c1" data-sku="L-1"><h2>Desk lamp</h2>
        <p class="price">€ 12.50</p><p>Bright.</p></article><article class="card" id="c2" data-sku="L-2"><h2>Floor lamp</h2>
        <p class="price sale">€ 80</p></article><article class="card last-card" id="c3"><h2></h2><p class="price"></p>
        <div><p lang="de-CH">Grüezi</p></div></article></div>
        <table><caption>Stock</caption><thead><tr><th>Shop<th>Count</thead><tbody><tr><td>Bern<td>3<tr class="odd"><td>Basel<td>0
        <tr><td colspan=2><table><tr><td>inner</table></tbody></table>
        <dl><dt>Watt<dd>40<dt>Volt<dd>230<dd>110</dl>
        <form action="/buy"><fieldset disabled><legend><input name=a></legend><input name=b type=TEXT><legend><input name=c></legend>
        <select><optgroup disabled><option>1<option selected>2</optgroup><option>3</select></fieldset>
        <input type=checkbox checked><input type="radio"><input type="text" checked disabled><button>Go</button><textarea disabled></textarea></form>
        <svg viewBox="0 0 1 1"><linearGradient id="g"><stop offset="0"/></linearGradient><a href="#g"><text>t</text></a></svg>
        <my-widget data-x="1"><span slot="s">w</span></my-widget><p></p><p> </p><p><!-- only --></p>
        <div><div><div><em>deep</em><em>er</em></div></div></div><pre><code class="language-cs x">var a = 1;</code></pre></main>
        </body></html>
        """;

    public const string Quirky = """
        <html><body><p class="Price SALE" id="One">a<p class="price">b<div ID=two Class="A b  C"><b>x</b><i>y</i><b>z</b></div>
        <ul><li>1<li>2<li>3<ul><li>3.1<li>3.2</ul><li>4</ul><center><font color=RED>r</font></center>
        """;

    private static readonly string[] s_tags = ["div", "p", "span", "ul", "li", "a", "b", "section", "x-y"];
    private static readonly string[] s_leading = ["", "> ", "+ ", "~ "];
    private static readonly string[] s_classes = ["a", "b", "c", "item", "A"];

    public static string Random(Random random, int elements)
    {
        var html = new StringBuilder("<!doctype html><body>");
        var open = new Stack<string>();
        for (var i = 0; i < elements; i++)
        {
            while (open.Count > 0 && random.Next(3) == 0) html.Append("</").Append(open.Pop()).Append('>');
            var tag = s_tags[random.Next(s_tags.Length)];
            html.Append('<').Append(tag);
            if (random.Next(2) == 0) html.Append(" class='").Append(Classes(random)).Append('\'');
            if (random.Next(6) == 0) html.Append(" id=i").Append(random.Next(10));
            if (random.Next(4) == 0) html.Append(" data-k='v").Append(random.Next(4)).Append('\'');
            html.Append('>');
            if (random.Next(3) == 0) html.Append("text ").Append(i);
            open.Push(tag);
        }
        return html.ToString();
    }

    public static string RandomSelector(Random random, int depth = 0)
    {
        var text = new StringBuilder(RandomCompound(random, depth));
        for (var i = random.Next(depth == 0 ? 4 : 2); i > 0; i--)
            text.Append((string[])[" ", ">", " + ", "~"], random).Append(RandomCompound(random, depth));
        return depth == 0 && random.Next(5) == 0 ? $"{text}, {RandomSelector(random, 1)}" : text.ToString();
    }

    private static string RandomCompound(Random random, int depth)
    {
        // AngleSharp holds that the root element is no first child: only what cannot be the root is asked for its place.
        var any = random.Next(3) == 0;
        var text = new StringBuilder(any ? "*" : s_tags[random.Next(s_tags.Length)]);
        while (random.Next(3) == 0) text.Append(any || random.Next(2) == 0 ? RandomTest(random, depth) : RandomPlace(random));
        return text.ToString();
    }

    private static string RandomTest(Random random, int depth) => random.Next(depth < 2 ? 9 : 5) switch
    {
        0 or 1 => "." + s_classes[random.Next(s_classes.Length)],
        2 => $"#i{random.Next(10)}",
        3 => $"[data-k=v{random.Next(4)}]",
        4 => "[data-k]",
        5 or 6 => $":not({RandomSelector(random, 2)})", // AngleSharp refuses :not() inside :not(),
        8 => $":has({s_leading[random.Next(4)]}{RandomCompound(random, 2)})", // and asks :has(a b) for any a.
        _ => $":is({RandomSelector(random, depth + 1)}, {RandomSelector(random, depth + 1)})",
    };

    private static string RandomPlace(Random random) => random.Next(5) switch
    {
        0 => $":nth-child({random.Next(-3, 4)}n+{random.Next(4)})",
        1 => $":nth-last-of-type({random.Next(1, 4)})",
        2 => $":nth-of-type({random.Next(1, 3)}n+1)",
        3 => $":nth-last-child({random.Next(1, 4)}n)",
        _ => ((string[])[":first-child", ":last-child", ":only-child", ":empty", ":first-of-type", ":last-of-type"])[random.Next(6)],
    };

    private static StringBuilder Append(this StringBuilder text, string[] choices, Random random) =>
        text.Append(choices[random.Next(choices.Length)]);

    private static string Classes(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => s_classes[random.Next(s_classes.Length)]));
}
