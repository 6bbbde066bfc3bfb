using System.Globalization;

namespace Trawl.Steps.Tests;

/// <summary>Runs under cultures whose letters, separators and calendars have broken programs before.</summary>
internal static class Cultures
{
    private static readonly string[] Names = ["", "tr-TR", "de-DE", "ar-SA", "th-TH", "fa-IR"];

    public static void Each(Action check)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in Names)
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                check();
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
