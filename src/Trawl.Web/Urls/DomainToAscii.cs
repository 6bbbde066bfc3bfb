using System.Globalization;
using System.Text;

namespace Trawl.Web.Urls;

/// <summary>"Domain to ASCII", not strict (URL standard §3.3), on the UTS #46 of the platform's ICU.</summary>
internal static class DomainToAscii
{
    private static readonly IdnMapping Mapping = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    /// <summary>The domain in ASCII, or null when it is none.</summary>
    public static string? Convert(string domain)
    {
        if (Ascii.IsValid(domain) && !domain.Contains("xn--", StringComparison.OrdinalIgnoreCase))
            return domain.ToLowerInvariant();

        try
        {
            return Mapping.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
