using System.Globalization;
using System.Text;

namespace Trawl.Web.Urls;

/// <summary>"Domain to ASCII", not strict (URL standard §3.3), on the UTS #46 of the platform's ICU.</summary>
/// <remarks>
/// What ICU does through <see cref="IdnMapping"/> differs from the standard in four ways, each counted by a test: the
/// Bidi
/// rule is not checked, a label outside ASCII may neither begin or end with a hyphen nor be longer than 63 once encoded
/// (no such name can be resolved), and the Unicode version is the platform's.
/// </remarks>
internal static class DomainToAscii
{
    private static readonly IdnMapping Mapping = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    /// <summary>The domain in ASCII, or null when it is none.</summary>
    public static string? Convert(string domain)
    {
        if (IsPlain(domain)) return domain.ToLowerInvariant();
        var output = new StringBuilder(domain.Length + 16);
        // Label by label, because ICU refuses the empty labels that the standard lets pass.
        foreach (var range in domain.AsSpan().SplitAny('.', '\u3002', '\uFF0E', '\uFF61'))
        {
            string? label = ConvertLabel(domain[range]);
            if (label is null) return null;
            if (range.Start.Value > 0) output.Append('.');
            output.Append(label);
        }

        return output.ToString();
    }

    private static string? ConvertLabel(string label)
    {
        if (IsPlain(label)) return label.ToLowerInvariant();
        try
        {
            // ICU before Unicode 15.1 makes "ss" of the capital sharp s, and leaves the case of an encoded label as it
            // is.
            return Mapping.GetAscii(label.Replace('\u1E9E', '\u00DF')).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsPlain(string text) =>
        Ascii.IsValid(text) && !text.Contains("xn--", StringComparison.OrdinalIgnoreCase);
}
