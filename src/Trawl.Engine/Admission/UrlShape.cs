using System.Text;

namespace Trawl.Engine.Admission;

/// <summary>An address with every run of digits as one <c>#</c>: what pages made by one template have in common.</summary>
internal static class UrlShape
{
    public static string Of(string href)
    {
        var shape = new StringBuilder(href.Length);
        foreach (var c in href)
        {
            var next = char.IsAsciiDigit(c) ? '#' : c;
            if (next != '#' || shape.Length == 0 || shape[^1] != '#')
            {
                shape.Append(next);
            }
        }

        return shape.ToString();
    }
}
