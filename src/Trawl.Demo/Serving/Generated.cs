using System.Globalization;
using Trawl.Demo.Data;
using Trawl.Demo.Making;
using Trawl.Demo.Pages;

namespace Trawl.Demo.Serving;

/// <summary>What is made from the numbers in its address: pictures and the calendar.</summary>
internal static class Generated
{
    public static Reply? Answer(string path, Catalog catalog, Layout layout)
    {
        if (Numbers(path, "/img/", '-', ".svg") is var (id, number)) return Image(catalog, id, number);
        return Numbers(path, "/calendar/", '/', "") is var (year, month)
            && year is >= CalendarPage.FirstYear and <= CalendarPage.LastYear && month is >= 1 and <= 12
            ? Reply.Html(new CalendarPage(layout).Render(year, month))
            : null;
    }

    private static Reply? Image(Catalog catalog, int id, int number)
    {
        var index = id - ProductMaker.FirstId;
        if (index < 0 || index >= catalog.Products.Count) return null;
        var product = catalog.Products[index];
        return number < 1 || number > product.Pictures
            ? null
            : Reply.Text(Picture.Of(product, number), "image/svg+xml");
    }

    private static (int First, int Second)? Numbers(string path, string start, char between, string end)
    {
        if (!path.StartsWith(start, StringComparison.Ordinal)) return null;
        if (path.Length < start.Length + end.Length || !path.EndsWith(end, StringComparison.Ordinal)) return null;
        var parts = path[start.Length..^end.Length].Split(between);
        return parts.Length == 2 && Parse(parts[0], out var first) && Parse(parts[1], out var second)
            ? (first, second)
            : null;
    }

    private static bool Parse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
