using System.Text;
using System.Text.Json;
using Trawl.Html.Json;

namespace Trawl.Html.Tests.Json;

public sealed class JsonPathSelectorTests
{
    private const string Shop = """
        {"items":[{"name":"Lamp","price":12.5,"tags":["a","b"]},{"name":"Desk","price":80,"tags":[]}],"sku":"D-1"}
        """;

    [Theory]
    [InlineData("$.items[*].name", """["Lamp","Desk"]""")]
    [InlineData("$.items[?@.price > 20].name", """["Desk"]""")]
    [InlineData("$.items[?count(@.tags[*]) == 2].price", "[12.5]")]
    [InlineData("$..price", "[12.5,80]")]
    [InlineData("$.items[-1:].name", """["Desk"]""")]
    [InlineData("$.items[?match(@.name, '[E-L].*')]['name']", """["Lamp"]""")]
    [InlineData("$.missing.deeper", "[]")]
    public void Select_a_query_over_a_shop_gives_the_values(string text, string expected)
    {
        Assert.Equal(expected, JsonSerializer.Serialize(Select(text, Shop)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("items", 0)]
    [InlineData("$.", 2)]
    [InlineData("$.items[", 8)]
    [InlineData("$.items['a", 10)]
    [InlineData("$.items[?@.a = 1]", 13)]
    [InlineData("$[?length(@.*) > 1]", 10)]
    [InlineData("$[?size(@.a) > 1]", 3)]
    [InlineData("$[01]", 2)]
    [InlineData("$.a b", 3)]
    public void TryParse_a_malformed_query_says_where(string text, int column)
    {
        Assert.False(JsonPathSelector.TryParse(text, out _, out var error));
        Assert.Equal(column, error!.Column);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void Select_a_query_that_multiplies_its_work_is_given_up_and_says_so()
    {
        var wide = "[" + string.Join(',', Enumerable.Repeat("[1,2,3]", 3_000)) + "]";
        Assert.True(JsonPathSelector.TryParse("$..[?count($..*) > 1]", out var selector, out _));
        using var document = JsonDocument.Parse(wide);

        Assert.False(selector!.Select(document.RootElement, new List<JsonElement>()));
    }

    [Fact]
    public void Select_descendants_of_a_document_nested_very_deep_does_not_exhaust_the_stack()
    {
        const int Depth = 10_000;
        var text = new StringBuilder().Append('[', Depth).Append(']', Depth).ToString();
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Depth });
        Assert.True(JsonPathSelector.TryParse("$..*", out var selector, out _));
        var found = new List<JsonElement>();

        // The document keeps no links to the children: each step down re-scans what is inside. Stop early.
        selector!.Select(document.RootElement, found);

        Assert.Equal(Depth - 1, found.Count);
    }

    [Theory]
    [InlineData("^a$", "a", true)]
    [InlineData(@"a\^", "a^", true)]
    [InlineData("[^-a]b*", "cbb", true)]
    [InlineData("(a|b){2}", "ab", true)]
    [InlineData("a+?", "aa", false)]
    [InlineData(@"\d", "1", false)]
    [InlineData(@"\p{Lu}.", "Ä😀", true)]
    [InlineData("(x{200}){200}", "x", false)]
    public void TryCompile_reads_a_pattern_as_the_RFC_does(string pattern, string input, bool matches)
    {
        Assert.Equal(matches, IRegexp.TryCompile(pattern, whole: true)?.IsMatch(input) ?? false);
    }

    [Theory]
    [InlineData("$..*")]
    [InlineData("$[?@ == 'x']")]
    [InlineData("$[?length(@) < 3]")]
    [InlineData("$[?search(@, 'x') || @ < 'x']")]
    [InlineData("$[?@ == @]")]
    [InlineData("$.x")]
    public void Select_from_JSON_with_unpaired_surrogates_does_not_throw(string text)
    {
        Assert.True(JsonPathSelector.TryParse(text, out var selector, out _));
        var matches = new List<JsonPathMatch>();

        selector.Select(JsonElement.Parse("""{"\ud800":"\udfff","b":"x"}"""), matches);

        Assert.All(matches, m => Assert.NotEmpty(m.NormalizedPath));
    }

    [Fact]
    public void TryParse_random_text_never_throws()
    {
        const int Seed = 20261121;
        var random = new Random(Seed);
        const string Pieces = "$@.[]()*?!&|=<>,:'\"\\u-0129ee+abct length(count(match( true null\ud83d\ude00\0\n";
        using var document = JsonDocument.Parse(Shop);
        for (var round = 0; round < 30_000; round++)
        {
            var text = new StringBuilder(round % 3 == 0 ? "$" : "$[?@");
            for (var i = random.Next(14); i > 0; i--) text.Append(Pieces[random.Next(Pieces.Length)]);
            if (!JsonPathSelector.TryParse(text.ToString(), out var selector, out var error))
                Assert.True(error.Column >= 0 && error.Column <= text.Length, $"seed {Seed}, round {round}: {text}");
            else
                selector.Select(document.RootElement, new List<JsonElement>());
        }
    }

    private static List<JsonElement> Select(string text, string json)
    {
        Assert.True(JsonPathSelector.TryParse(text, out var selector, out var error), error?.ToString());
        var found = new List<JsonElement>();
        Assert.True(selector!.Select(JsonElement.Parse(json), found));
        return found;
    }
}
