using System.Globalization;
using Trawl.Demo.Data;

namespace Trawl.Demo.Making;

internal sealed class ProductMaker(
    int seed, IReadOnlyList<Category> categories, IReadOnlyList<Party> brands, IReadOnlyList<Party> sellers)
{
    public const int FirstId = 1001;

    public Product Make(int index)
    {
        var chance = Chance.For(seed, "product", index);
        var id = FirstId + index;
        var category = categories[index % categories.Count];
        var sub = category.Subcategories[index / categories.Count % category.Subcategories.Count];
        var material = chance.Pick(Words.Materials);
        var noun = chance.Pick(sub.Nouns);
        var name = $"{material} {noun} “{chance.Pick(Words.Series)}” No. {chance.Between(1, 60)}";
        var price = Price(chance);
        var sku = string.Create(CultureInfo.InvariantCulture, $"TS-{id:00000}-{category.Name[0]}{sub.Name[0]}");
        return new Product
        {
            Id = id,
            Sku = sku,
            Name = name,
            Slug = Slug.Of(name),
            Category = category,
            Subcategory = sub,
            Brand = brands[chance.Below(brands.Count)],
            Seller = sellers[chance.Below(sellers.Count)],
            Price = price,
            WasPrice = chance.Percent(25) ? Math.Round(price * 1.25m, 2) : null,
            Stock = chance.Percent(12) ? 0 : chance.Between(1, 240),
            Gtin = Gtin(id),
            Description = Prose.Description(chance, material, noun),
            Tags = chance.Some(Words.Tags, chance.Between(1, 4)),
            Specs = Specs(chance, material),
            Pictures = chance.Between(1, 4),
            Reviews = ReviewMaker.Make(seed, id),
            Trouble = Troubles.OfProduct(index),
        };
    }

    private static decimal Price(Chance chance)
    {
        var pounds = chance.Percent(8) ? chance.Between(1000, 2600) : chance.Between(3, 280);
        return pounds + chance.Pick([0.00m, 0.49m, 0.50m, 0.95m, 0.99m]);
    }

    private static List<KeyValuePair<string, string>> Specs(Chance chance, string material) =>
    [
        new("Material", material),
        new("Colour", chance.Pick(Words.Colours)),
        new("Size", $"{chance.Between(4, 90)} × {chance.Between(4, 60)} cm"),
        new("Weight", $"{chance.Between(60, 9000).ToString("N0", CultureInfo.InvariantCulture)} g"),
        new("Guarantee", $"{chance.Between(1, 10)} years"),
    ];

    /// <summary>An EAN-13 from the range for use inside a shop, with its check digit.</summary>
    private static string Gtin(int id)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"200{id:000000000}");
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return digits + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }
}
