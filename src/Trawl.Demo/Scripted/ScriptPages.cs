using System.Globalization;
using System.Text.Json;
using Trawl.Demo.Pages;
using Trawl.Demo.Serving;

namespace Trawl.Demo.Scripted;

/// <summary>What the shop of scripts answers: one empty shell for all its pages, data for its scripts, frames, pictures.</summary>
internal sealed class ScriptPages(IReadOnlyList<ScriptedProduct> products, ScriptShopOptions options)
{
    private const int Batch = 12;

    // One pixel; a picture's answer matters here, not its look.
    private static readonly byte[] s_pixel = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private readonly string _shell = Assets.Text("scripted.html");
    private readonly string _script = Assets.Text("scripted.js");

    /// <summary>Where frames of another origin are: the same shop by its other name.</summary>
    public string Partner { get; set; } = "";

    public Reply Answer(string path, string query) => path.Split('/', 4) switch
    {
        ["", "robots.txt"] => Reply.Text("User-agent: *\nDisallow: /api/\n", "text/plain"),
        ["", "shop.js"] => Reply.Text(_script, "text/javascript; charset=utf-8"),
        ["", "" or "turned" or "search"] => Reply.Html(_shell),
        ["", "p", var id] => Of(id) is null ? Reply.Html("<h1>No such product</h1>", 404) : Reply.Html(_shell),
        ["", "plain", var id] => Of(id) is { } product ? Reply.Html(Plain(product)) : Reply.Html("", 404),
        ["", "img", ..] => new Reply(200, "image/gif", s_pixel),
        ["", "reviews", var id] when Of(id) is { } product => Reply.Html(Reviews(product)),
        ["", "delivery", var id] when Of(id) is { } product => Reply.Html($"<p class=delivery>{Html.Text(product.Delivery)}</p>"),
        ["", "trap", var kind] => ScriptTraps.Find(kind) is { } trap ? Reply.Html(trap) : Reply.Html("", 404),
        ["", "api", "never"] => Json(new { }) with { Delay = TimeSpan.FromMinutes(10) },
        ["", "api", .. var rest] => Data(rest, query),
        _ => Reply.Html("", 404),
    };

    private Reply Data(string[] path, string query) => path switch
    {
        ["list"] => List(Number(query, "from")),
        ["search"] => Json(new { products = products.Where(p => p.Name.Contains(Value(query, "q"), StringComparison.OrdinalIgnoreCase)).Select(Short) }),
        ["product", var id] when Of(id) is { } found => Json(new { found.Name, found.Sku, found.Pictures, Partner }),
        ["price", var id] when Of(id) is { } found => Json(new { found.Price }) with { Delay = options.PriceDelay },
        _ => Reply.Html("", 404),
    };

    private Reply List(int from)
    {
        int? next = from + Batch < products.Count ? from + Batch : null;
        return Json(new { products = products.Skip(from).Take(Batch).Select(Short), next });
    }

    private static object Short(ScriptedProduct product) => new { product.Id, product.Name };

    private ScriptedProduct? Of(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? products.ElementAtOrDefault(number - 1) : null;

    private static string Plain(ScriptedProduct product) =>
        $"<!doctype html><title>Plain</title><h1>{Html.Text(product.Name)}</h1><p class=sku>{product.Sku}</p><span class=price>{product.Price}</span>";

    /// <summary>The frame's own script writes it, so that a frame that is read too early is empty.</summary>
    private static string Reviews(ScriptedProduct product) =>
        $"<!doctype html><ul></ul><script>for (const text of {JsonSerializer.Serialize(product.Reviews)}) "
        + "document.querySelector('ul').append(Object.assign(document.createElement('li'), { className: 'review', textContent: text }));</script>";

    private static Reply Json(object value) => Reply.Text(JsonSerializer.Serialize(value, JsonSerializerOptions.Web), "application/json");

    private static int Number(string query, string name) => int.TryParse(Value(query, name), CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static string Value(string query, string name) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)[name].ToString();
}
