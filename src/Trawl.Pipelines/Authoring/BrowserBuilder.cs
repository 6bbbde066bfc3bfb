using System.Globalization;
using Trawl.Model.Plans;

namespace Trawl.Pipelines.Authoring;

/// <summary>Says how pages are opened in the browser.</summary>
public sealed class BrowserBuilder
{
    private readonly Draft _draft;

    internal BrowserBuilder(Draft draft) => _draft = draft;

    /// <summary>Adds elements, by CSS selector, that must be there before the page is read.</summary>
    public BrowserBuilder WaitFor(params string[] css) => Add("waitFor", css);

    /// <summary>How long nothing is loaded and nothing changes before the page counts as ready; up to 10 minutes.</summary>
    public BrowserBuilder Quiet(TimeSpan time) => Set("quiet", Values.Duration.Write(time));

    /// <summary>Adds kinds of resources that the page does not get.</summary>
    public BrowserBuilder Block(params ResourceKind[] kinds) => Add("block", kinds.Select(Word));

    /// <summary>Size of the window in pixels, each from 10 to 9,999.</summary>
    public BrowserBuilder Viewport(int width, int height) =>
        Set("viewport", string.Create(CultureInfo.InvariantCulture, $"{width}x{height}"));

    /// <summary>The language, a BCP 47 tag, and the time zone, an IANA name, that the page is told.</summary>
    public BrowserBuilder Place(string locale, string zone) => Set("locale", locale).Set("zone", zone);

    /// <summary>The time that the page is told, always the same; whole seconds.</summary>
    public BrowserBuilder Clock(DateTimeOffset time) =>
        Set("clock", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    /// <summary>Clicks the first element found.</summary>
    public BrowserBuilder Click(string css) => Do("click", css);

    /// <summary>Writes a text into the first field found.</summary>
    public BrowserBuilder Fill(string css, string text) => Do("fill", css, "text", text);

    /// <summary>Scrolls to the end, so many times at most (1 to 1,000), as long as the page grows.</summary>
    public BrowserBuilder Scroll(int times) => Do("scroll", times.ToString(CultureInfo.InvariantCulture));

    /// <summary>Clicks while the element is there, so many times at most (1 to 1,000); rules see the page before each click too.</summary>
    public BrowserBuilder Next(string css, int times) => Do("next", css, "times", times.ToString(CultureInfo.InvariantCulture));

    /// <summary>Waits, between other actions, until an element is there.</summary>
    public BrowserBuilder Await(string css) => Do("waitFor", css);

    /// <summary>Time the browser may take for one page: 100 ms to 1 hour.</summary>
    public BrowserBuilder Deadline(TimeSpan time) => Set("deadline", Values.Duration.Write(time));

    /// <summary>The picture that goes into the capture.</summary>
    public BrowserBuilder Screenshot(ScreenshotArea area) => Set("screenshot", Word(area));

    /// <summary>Each page begins without cookies, storage and cache.</summary>
    public BrowserBuilder FreshSession() => Set("session", "page");

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private BrowserBuilder Set(string key, string value)
    {
        _draft.Set(key, value);
        return this;
    }

    private BrowserBuilder Add(string key, IEnumerable<string> items)
    {
        _draft.Add(key, items);
        return this;
    }

    private BrowserBuilder Do(string key, string value, string? more = null, string? moreValue = null)
    {
        var action = new Draft();
        action.Set(key, value);
        if (more is not null) action.Set(more, moreValue!);
        _draft.Add("actions", [action]);
        return this;
    }
}
