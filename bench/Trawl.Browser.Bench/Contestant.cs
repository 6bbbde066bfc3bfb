using System.Text.Json;
using Trawl.Demo.Scripted;

namespace Trawl.Browser.Bench;

/// <summary>One way of collecting the shop.</summary>
internal sealed record Contestant(string Name, Func<ScriptShop, string, Reading> Run, Func<string, string> Output)
{
    /// <summary>What is wrong with the records it wrote; null when all are there once, every field right.</summary>
    public static string? Problem(string file, ScriptShop shop)
    {
        var lines = File.ReadAllLines(file).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        if (lines.Length != shop.Products.Count) return $"{lines.Length} records of {shop.Products.Count}";
        foreach (var product in shop.Products)
        {
            var found = lines.Where(line => Text(line, "sku") == product.Sku).ToArray();
            if (found is not [var record]) return $"{product.Sku} is there {found.Length} times";
            if (Text(record, "name") != product.Name || Text(record, "price") != product.Price || Text(record, "delivery") != product.Delivery
                || !Texts(record, "pictures").SequenceEqual(product.Pictures) || !Texts(record, "reviews").SequenceEqual(product.Reviews))
                return $"{product.Sku} differs: {record}";
        }

        return null;
    }

    private static string? Text(JsonElement record, string name) => record.GetProperty(name).GetString();

    private static IEnumerable<string?> Texts(JsonElement record, string name) => record.GetProperty(name).EnumerateArray().Select(e => e.GetString());
}
