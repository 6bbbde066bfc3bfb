using System.Globalization;
using Trawl.Demo.Data;

namespace Trawl.Demo.Making;

internal static class ReviewMaker
{
    private static readonly DateOnly s_first = new(2024, 1, 8);

    public static IReadOnlyList<Review> Make(int seed, int productId)
    {
        var chance = Chance.For(seed, "reviews", productId);
        var count = chance.Percent(30) ? 0 : chance.Between(1, 5);
        var reviews = new Review[count];
        for (var i = 0; i < count; i++)
        {
            reviews[i] = One(chance, string.Create(CultureInfo.InvariantCulture, $"r-{productId}-{i + 1}"));
        }

        return reviews;
    }

    private static Review One(Chance chance, string id)
    {
        var stars = chance.Pick([1, 2, 3, 3, 4, 4, 4, 5, 5, 5]);
        var opinion = chance.Pick(stars >= 4 ? Words.Praise : Words.Complaints);
        var text = $"{opinion} {chance.Pick(Words.Verdicts)}".TrimEnd();
        return new Review(id, chance.Pick(Words.People), s_first.AddDays(chance.Below(900)), stars, text);
    }
}
