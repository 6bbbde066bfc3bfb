using System.Globalization;
using System.Text.Json.Nodes;
using Trawl.Model.Plans;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Language;

/// <summary>Keys <c>render</c> and <c>browser</c> of a page rule.</summary>
internal static class BrowserLanguage
{
    private static readonly RenderPlan _default = new() { Mode = RenderMode.Always };

    public static readonly ScalarShape Render = Scalars.Choice(
        "render mode",
        ("never", "Pages are read as the server sends them."),
        ("always", "Every page is opened in a browser."),
        ("auto", "The first pages are read both ways; the browser stays if it gives the rule other records or more links."));

    public static readonly MapShape Browser = new("browser", () => BrowserKeys)
    {
        Doc = "How pages are opened in the browser. Of several rules that match a page the first with `render` counts.",
        Example = """
            pages:
              product:
                url: /product/**
                render: always
                browser:
                  waitFor: .price
                  block: [image, font, media]
                  actions: [{ click: "#cookies button" }, scroll]
                  screenshot: page
                extract:
                  product:
                    fields: { title: h1, price: .price }
            """,
    };

    public static readonly MapShape Action = new("action", () => ActionKeys)
    {
        Doc = "One thing to do on the page before it is read. `scroll` alone scrolls to the end.",
        OneOf = ["click", "fill", "scroll", "next", "waitFor"],
        NeedsOne = true,
        Example = """
            actions:
              - { fill: "input[name=q]", text: notebooks }
              - click: button.search
              - waitFor: .results
              - { next: .pager .next, times: 5 }
              - { scroll: 20 }
            """,
    };

    private static readonly ScalarShape _viewport = Scalars.Name(
        "viewport", "size of a window", "^[1-9][0-9]{1,3}x[1-9][0-9]{1,3}$", "width and height in pixels, as in 1280x800");

    private static readonly ScalarShape _clock = new(
        "clock", "day or time", CheckMoment, () => new JsonObject { ["type"] = "string" })
    {
        Doc = "A day or a time in ISO 8601: `2026-11-21T14:00Z`. Without a zone it is UTC.",
    };

    private static readonly ScalarShape _resource = Scalars.Choice(
        "kind of resource",
        ("image", "Images."), ("font", "Fonts."), ("media", "Sound and video."), ("stylesheet", "Style sheets."), ("script", "Scripts."));

    private static readonly ScalarShape _scrollAlone = Scalars.Choice("action", ("scroll", "Scrolls to the end, again while the page grows."));

    private static IReadOnlyList<Key> BrowserKeys =>
    [
        new("waitFor", UnionShape.OneOrMany(Kinds.Css), "Elements that must all be there before the page is read."),
        new("quiet", Scalars.Time(TimeSpan.Zero, TimeSpan.FromMinutes(10)),
            "How long nothing is loaded and nothing changes before the page counts as ready.")
        { Default = "500 ms; with `waitFor` no such wait" },
        new("block", UnionShape.OneOrMany(_resource), "What the page does not get.") { Default = "nothing is kept from it" },
        new("viewport", _viewport, "Size of the window.") { Default = $"{Number(_default.Width)}x{Number(_default.Height)}" },
        new("locale", Kinds.Locale, "The language that the page is told.") { Default = _default.Locale },
        new("zone", Kinds.Zone, "The time zone that the page is told.") { Default = _default.Zone },
        new("clock", _clock, "The time that the page is told, always the same; its timers run on.") { Default = "the real time" },
        new("actions", new ListShape(new UnionShape { Scalar = _scrollAlone, Map = Action }), "What is done on the page before it is read."),
        new("deadline", Scalars.Time(TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)), "Time the browser may take for one page.")
        { Default = Duration.Write(_default.Deadline) },
        new("screenshot",
            Scalars.Choice("screenshot", ("none", "None."), ("viewport", "What the window shows."), ("page", "The whole page.")),
            "The picture that goes into the capture.") { Default = "none" },
        new("session",
            Scalars.Choice("session", ("run", "The pages of a run share cookies, storage and cache."), ("page", "Each page begins without; slower.")),
            "What pages know of each other.") { Default = "run" },
    ];

    private static IReadOnlyList<Key> ActionKeys =>
    [
        new("click", Kinds.Css, "Clicks the first element found; waits until it can be clicked."),
        new("fill", Kinds.Css, "Writes `text` into the first field found."),
        new("text", Scalars.Text, "What is written.") { OnlyWith = ["fill"] },
        new("scroll", Scalars.Integer(1, 1000), "Scrolls to the end, so many times at most, as long as the page grows."),
        new("next", Kinds.Css,
            "Clicks the element while it is there and can be clicked, `times` at most; the page as it was before each click is kept, and rules see "
            + "them all."),
        new("times", Scalars.Integer(1, 1000), "Clicks at most.") { Default = "1", OnlyWith = ["next"] },
        new("waitFor", Kinds.Css, "Waits until the element is there."),
    ];

    private static Fault? CheckMoment(string text) => Moment.TryParse(text, out _)
        ? null
        : new Fault(Rules.BadMoment, $"\"{text}\" is neither a day nor a time.");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
