using Trawl.Demo.Data;

namespace Trawl.Demo.Making;

internal sealed class ArticleMaker(int seed, IReadOnlyList<Product> products)
{
    private static readonly DateOnly s_newest = new(2026, 6, 30);

    private static readonly string[] s_titles =
    [
        "How to look after {0}", "A day in the {0} workshop", "Seven uses for {0}", "What we learned about {0}",
        "The trouble with {0}", "In praise of {0}", "{0}, then & now", "Letters: your questions on {0}",
    ];

    public Article Make(int index)
    {
        var chance = Chance.For(seed, "article", index);
        var title = chance.Pick(s_titles).Replace(
            "{0}", Words.Materials[index % Words.Materials.Length].ToLowerInvariant(), StringComparison.Ordinal);
        title = char.ToUpperInvariant(title[0]) + title[1..];
        return new Article
        {
            Slug = $"{index + 1}-{Slug.Of(title)}",
            Title = title,
            Author = chance.Pick(Words.People),
            Date = s_newest.AddDays(-9 * index),
            Tags = chance.Some(Words.Tags, chance.Between(1, 3)),
            Paragraphs = Prose.Paragraphs(chance),
            Mentions = Mentions(chance, index),
            Trouble = Troubles.OfArticle(index),
        };
    }

    private List<string> Mentions(Chance chance, int index)
    {
        var mentions = chance.Some(products, Math.Min(2, products.Count)).ConvertAll(product => product.Path);
        // Old addresses take two hops to the product they stand for.
        mentions.Add($"/old/product/{products[index % products.Count].Id}");
        if (index < Troubles.Missing.Length) mentions.Add(Troubles.Missing[index]);
        if (index < Troubles.Gone.Length) mentions.Add(Troubles.Gone[index]);
        if (index == 5) mentions.Add(Troubles.Loop[0]);
        return mentions;
    }
}
