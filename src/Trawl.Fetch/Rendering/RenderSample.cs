using System.Globalization;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Store;

namespace Trawl.Fetch.Rendering;

/// <summary>One page read both ways.</summary>
internal sealed record RenderSample(string Url, PageOutcome Plain, PageOutcome Rendered)
{
    /// <summary>Whether neither way gave anything, so that the page says nothing about its rule.</summary>
    public bool IsEmpty => Plain.Records.Count + Plain.Links.Count + Rendered.Records.Count + Rendered.Links.Count == 0;

    /// <summary>What the browser gives that the plain page does not, in words; null when nothing.</summary>
    public string? Gain()
    {
        var (plain, rendered) = (Plain.Records.Count, Rendered.Records.Count);
        if (rendered > plain) return Text($"the plain page gives {plain} records and the rendered one {rendered}");
        var differing = plain == rendered
            ? Plain.Records.Zip(Rendered.Records).FirstOrDefault(pair => !IsSame(pair.First, pair.Second)).Second
            : null;
        if (differing is not null) return $"a record of type \"{differing.Type}\" has other values on the rendered page than on the plain one";
        var known = Plain.Links.Select(link => link.Url.Href).ToHashSet(StringComparer.Ordinal);
        var more = Rendered.Links.Select(link => link.Url.Href).Distinct(StringComparer.Ordinal).Count(url => !known.Contains(url));
        return more > 0 ? Text($"the rendered page has {more} links that the plain one has not") : null;
    }

    /// <summary>What both gave, in words.</summary>
    public string Same() => Text($"both ways give {Rendered.Records.Count} records and {Rendered.Links.Count} links");

    private static bool IsSame(NewRecord one, NewRecord other) =>
        one.Type == other.Type && one.Status == other.Status && one.Payload.Span.SequenceEqual(other.Payload.Span);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
