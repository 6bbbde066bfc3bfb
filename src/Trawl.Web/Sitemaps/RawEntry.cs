using System.Globalization;

namespace Trawl.Web.Sitemaps;

/// <summary>An entry as the file has it, before its URL is resolved.</summary>
internal sealed class RawEntry
{
    public bool IsIndex { get; init; }

    public string? Location { get; set; }

    public string? LastModified { get; set; }

    public string? Priority { get; set; }

    public string? ChangeFrequency { get; set; }

    public double? PriorityValue =>
        double.TryParse(Priority, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
        && value is >= 0 and <= 1 ? value : null;

    public void Set(string field, string value)
    {
        switch (field)
        {
            case "loc" or "link":
                Location ??= value;
                break;
            case "lastmod" or "updated" or "pubDate" or "date" or "published":
                LastModified ??= value;
                break;
            case "priority":
                Priority ??= value;
                break;
            case "changefreq":
                ChangeFrequency ??= value;
                break;
        }
    }
}
