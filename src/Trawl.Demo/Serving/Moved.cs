using System.Globalization;
using Trawl.Demo.Data;
using Trawl.Demo.Making;

namespace Trawl.Demo.Serving;

/// <summary>Old addresses (<c>/old/product/N</c> → 301 → <c>/item/N</c> → 302 → product), and a loop.</summary>
internal static class Moved
{
    public static Reply? Answer(string path, Catalog catalog)
    {
        var place = Array.IndexOf(Troubles.Loop, path);
        if (place >= 0) return Reply.Redirect(302, Troubles.Loop[(place + 1) % Troubles.Loop.Length]);
        if (Find(path, "/old/product/", catalog) is { } old)
        {
            return Reply.Redirect(301, string.Create(CultureInfo.InvariantCulture, $"/item/{old.Id}"));
        }

        return Find(path, "/item/", catalog) is { } product ? Reply.Redirect(302, product.Path) : null;
    }

    private static Product? Find(string path, string folder, Catalog catalog)
    {
        if (!path.StartsWith(folder, StringComparison.Ordinal)
            || !int.TryParse(path.AsSpan(folder.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        var index = id - ProductMaker.FirstId;
        return index >= 0 && index < catalog.Products.Count ? catalog.Products[index] : null;
    }
}
