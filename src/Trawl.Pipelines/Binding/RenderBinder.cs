using System.Globalization;
using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds <c>render</c> and <c>browser</c> of a page rule.</summary>
internal static class RenderBinder
{
    private const int ScrollsAlone = 50;

    private static readonly RenderPlan _default = new();

    public static RenderPlan? Bind(MapNode rule)
    {
        RenderMode? mode = rule.Text("render") switch { "always" => RenderMode.Always, "auto" => RenderMode.Auto, _ => null };
        if (mode is null) return null;
        var map = rule.Map("browser") ?? new MapNode();
        var (width, height) = Viewport(map.Text("viewport"));
        return new RenderPlan
        {
            Mode = mode.Value,
            WaitFor = map.Texts("waitFor"),
            Quiet = map.Time("quiet"),
            Block = [.. map.Texts("block").Select(Resource)],
            Width = width,
            Height = height,
            Locale = map.Text("locale") ?? _default.Locale,
            Zone = map.Text("zone") ?? _default.Zone,
            Clock = map.Text("clock") is { } text && Moment.TryParse(text, out var clock) ? clock : null,
            Actions = [.. map["actions"].Items().Select(Action).OfType<BrowserAction>()],
            Deadline = map.Time("deadline") ?? _default.Deadline,
            Screenshot = map.Text("screenshot") switch { "viewport" => ScreenshotArea.Viewport, "page" => ScreenshotArea.Page, _ => null },
            Fresh = map.Text("session") == "page",
        };
    }

    private static ResourceKind Resource(string text) => Enum.Parse<ResourceKind>(text, ignoreCase: true);

    private static (int Width, int Height) Viewport(string? text) => text?.Split('x') is [var width, var height]
        ? (int.Parse(width, CultureInfo.InvariantCulture), int.Parse(height, CultureInfo.InvariantCulture))
        : (_default.Width, _default.Height);

    private static BrowserAction? Action(Node node) => node switch
    {
        MapNode map => Action(map),
        _ when node.AsText() is not null => new BrowserAction { Kind = BrowserActionKind.Scroll, Times = ScrollsAlone },
        _ => null,
    };

    private static BrowserAction? Action(MapNode map)
    {
        if (map.Text("click") is { } click) return new BrowserAction { Kind = BrowserActionKind.Click, Css = click };
        if (map.Text("fill") is { } fill) return new BrowserAction { Kind = BrowserActionKind.Fill, Css = fill, Text = map.Text("text") ?? "" };
        if (map.Count("scroll") is { } times) return new BrowserAction { Kind = BrowserActionKind.Scroll, Times = times };
        if (map.Text("next") is { } next) return new BrowserAction { Kind = BrowserActionKind.Next, Css = next, Times = map.Count("times") ?? 1 };
        return map.Text("waitFor") is { } wait ? new BrowserAction { Kind = BrowserActionKind.WaitFor, Css = wait } : null;
    }
}
