namespace Trawl.Demo.Pages;

/// <summary>A trap for those who do not read robots.txt: each month links to the next, for a hundred years.</summary>
internal sealed class CalendarPage(Layout layout)
{
    public const int FirstYear = 2026;
    public const int LastYear = 2125;

    public string Render(int year, int month)
    {
        var path = $"/calendar/{year}/{month}";
        var next = month == 12 ? $"/calendar/{year + 1}/1" : $"/calendar/{year}/{month + 1}";
        var isLast = year == LastYear && month == 12;
        var link = isLast ? "" : $"<div class=\"pages\"><a href=\"{next}\">Next month</a></div>";
        return layout.Page($"Events {year}-{month:00}", path, $"<h1>Events</h1>\n<p>Nothing on.</p>\n{link}\n");
    }
}
