using System.Globalization;
using System.Net;

namespace Trawl.Demo.Pages;

internal static class Html
{
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    public static string Link(string path, string text) => $"<a href=\"{Text(path)}\">{Text(text)}</a>";

    public static string Money(decimal amount) => "£" + amount.ToString("#,##0.00", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Long(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Stars(int count) => new string('★', count) + new string('☆', 5 - count);
}
