using Trawl.Html.Parsing;
using Trawl.Model.Plans;
using Trawl.Pipelines.Starter;
using Trawl.Web.Urls;

namespace Trawl.Pipelines.Tests.Starter;

public sealed class StarterWriterTests
{
    [Fact]
    public void Write_Shop_FindsItemsTheirFieldsAndTheNextPage()
    {
        string yaml = Write("https://books.example/", StarterPages.Shop);
        var plan = Compiled(yaml);
        var rule = Assert.Single(plan.Pages);
        var step = Assert.Single(rule.Extract);
        Assert.Contains("20 items matched", yaml);
        Assert.Equal("li.next a", Assert.Single(rule.Follow).Selector.Text);
        Assert.True(rule.Follow[0].SameDepth);
        Assert.Equal(["title", "price", "link", "image", "page"], step.Fields.Select(f => f.Name));
        Assert.Equal(["h3", "p.price_color", "h3 a", "img"], step.Fields.Take(4).Select(f => f.Selectors[0].Text));
        Assert.Equal(
            [FieldType.Text, FieldType.Decimal, FieldType.Url, FieldType.Url], step.Fields.Take(4).Select(f => f.Type));
        Assert.Contains("in 20 of 20; the first: \"£1.50\"", yaml);
    }

    [Fact]
    public void Write_Article_MakesOneRecordOfThePage()
    {
        string yaml = Write("https://nets.example/on", StarterPages.Article);
        var fields = Compiled(yaml).Records.Single().Fields;
        Assert.Equal(
            ["title", "heading", "intro", "published", "description", "ogTitle", "ldHeadline", "ldDatePublished",
                "ldAuthor", "url"],
            fields.Select(f => f.Name));
        Assert.Equal("$[0].headline", fields[6].Selectors[0].Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<p>x")]
    [InlineData("<title>a\u2028b: # ${x} \u0000 'c\" {1..3}</title><h1># - 'x' ${env:Y}</h1>")]
    [InlineData("<ul><li><a href='${a}'>long enough text</a><li><a href=\"'#\">long enough text</a><li><a>long enough text</a></ul>")]
    [InlineData("<x-é><y:z class='a:b'>long enough text</y:z><y:z class='a:b'>long enough text</y:z><y:z class='a:b'>long enough text</y:z></x-é>")]
    [InlineData("<script type='application/ld+json'>[1,{\"name\":\"a\\nb\"},{\"headline\":[1]}]</script>")]
    public void Write_AnyPage_Compiles(string html) =>
        Compiled(Write("http://me:pw@host.example:81/a?b={1..9}&c=${d}#e", html));

    [Fact]
    public void Write_RandomPages_Compile()
    {
        string[] pieces =
        [
            "<ul class='a b'>", "</ul>", "<li class=\"x y:z\">", "<a href='/p?q=1'>", "</a>", "<div id='it''s'>",
                "</div>", "some words that are long", "£9,99",
            "<h2>", "</h2>", "<img src=x>", "<table><tr><td>", "</table>", "<p>", "<a rel=next href=2>Next</a>",
                "<span class=price>$1</span>", "<svg><g>", "\0", "&#x2028;",
        ];
        for (int seed = 1; seed <= 150; seed++)
        {
            var random = new Random(seed);
            string html =
                string.Concat(Enumerable.Range(0, random.Next(5, 200)).Select(_ => pieces[random.Next(pieces.Length)]));
            try
            {
                Compiled(Write("https://a.example/", html));
            }
            catch (Exception e)
            {
                Assert.Fail($"Seed {seed}: {e}");
            }
        }
    }

    private static string Write(string url, string html)
    {
        using var document = HtmlParser.Parse(html);
        return StarterWriter.Write(WebUrl.Parse(url), document);
    }

    private static PipelinePlan Compiled(string yaml)
    {
        var result = Compiling.Compile(yaml);
        Assert.True(result.IsValid, string.Join('\n', result.Errors) + "\n" + yaml);
        return result.Plan!;
    }
}
