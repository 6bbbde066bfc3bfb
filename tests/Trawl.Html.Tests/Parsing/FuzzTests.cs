using System.Text;
using Trawl.Html.Parsing;
using Xunit.Abstractions;

namespace Trawl.Html.Tests.Parsing;

/// <summary>Seeded mutations of real pages and of the conformance suite's inputs, and tag soup from a grammar.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20260;

    private static readonly string[] s_pieces =
    [
        "<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<i class=x>", "</i>", "<a href='/q?a=1&amp;b'>", "</a>", "<table>",
        "</table>", "<tr>", "<td>", "</td>", "<caption>", "<colgroup>", "<col>", "<tbody>", "</tbody>", "<ul>", "<li>",
        "</ul>", "<dl>", "<dt>", "<dd>", "<h1>", "</h2>", "<span>", "</span>", "text ", " ", "&lt;", "&notit;", "<br>",
        "<font size=1>", "</font>", "<!-- c -->", "<form>", "</form>", "<input type=hidden>", "<button>", "<nobr>",
        "<svg>", "</svg>", "<foreignObject>", "<math>", "<mi>", "</math>", "<title>t</title>", "<style>s</style>",
        "<template>", "</template>", "<pre>\n", "<ruby>", "<rt>", "<rp>", "<object>", "</object>", "</body>", "</html>", "</br>",
    ];

    [Fact]
    public void Mutated_pages_never_break_the_tree()
    {
        var random = new Random(Seed);
        string[] corpus = Corpus();
        for (int i = 0; i < 3_000; i++)
        {
            string page = Mutate(corpus[random.Next(corpus.Length)], corpus, random);
            using var document = HtmlParser.Parse(page.AsSpan());
            document.AssertWellFormed($"seed {Seed}, case {i}\n{page}");
        }
    }

    [Fact]
    public void Tag_soup_has_the_elements_that_AngleSharp_builds()
    {
        const int Cases = 4_000;
        const double LeastShare = 0.97;
        var random = new Random(Seed);
        var different = new List<string>();
        for (int i = 0; i < Cases; i++)
        {
            var soup = new StringBuilder("<!DOCTYPE html>");
            for (int piece = random.Next(2, 24); piece > 0; piece--) soup.Append(s_pieces[random.Next(s_pieces.Length)]);
            string page = soup.ToString();
            using var document = HtmlParser.Parse(page);
            document.AssertWellFormed($"seed {Seed}, case {i}\n{page}");
            using var other = AngleSharpTree.Parse(page);
            if (AngleSharpTree.Elements(document) != AngleSharpTree.Elements(other)) different.Add(page);
        }

        output.WriteLine($"{Cases} pages, {different.Count} differ (seed {Seed})");
        foreach (string page in different.OrderBy(page => page.Length).Take(8)) output.WriteLine(page);
        Assert.True(different.Count <= Cases * (1 - LeastShare), $"seed {Seed}: {different.Count} of {Cases} differ");
    }

    [Fact]
    public void A_page_cut_anywhere_parses()
    {
        string page = File.ReadAllText(HtmlTestData.Files("postgresql", "index.html")[0]);
        page = page[..Math.Min(page.Length, 4_000)];
        for (int length = 0; length <= page.Length; length++)
        {
            using var document = HtmlParser.Parse(page.AsSpan(0, length));
            document.AssertWellFormed($"cut at {length}");
        }
    }

    private static string[] Corpus()
    {
        var corpus = new List<string>();
        foreach (string file in HtmlTestData.Files("tree-construction", "*.dat"))
        {
            corpus.AddRange(TreeConstructionCase.Read(file).Select(test => test.Data));
        }

        corpus.AddRange(HtmlTestData.Files("postgresql", "*.html").Take(40).Select(file =>
        {
            string page = File.ReadAllText(file);
            return page[..Math.Min(page.Length, 6_000)];
        }));
        return [.. corpus];
    }

    private static string Mutate(string page, string[] corpus, Random random)
    {
        var text = new StringBuilder(page);
        for (int change = random.Next(1, 8); change > 0; change--)
        {
            int at = random.Next(text.Length + 1);
            switch (random.Next(6))
            {
                case 0 when at < text.Length: text[at] = (char)random.Next(0x20, 0x80); break;
                case 1 when at < text.Length: text[at] = "\0\r\n<>&/\"'=-!\uD800\uFFFE"[random.Next(14)]; break;
                case 2: text.Length = at; break;
                case 3: text.Insert(at, s_pieces[random.Next(s_pieces.Length)]); break;
                case 4: text.Insert(at, corpus[random.Next(corpus.Length)]); break;
                default: text.Remove(at, Math.Min(random.Next(40), text.Length - at)); break;
            }
        }

        return text.ToString();
    }
}
