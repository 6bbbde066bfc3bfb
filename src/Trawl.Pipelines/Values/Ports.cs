using System.Globalization;
using Trawl.Model.Plans;

namespace Trawl.Pipelines.Values;

/// <summary>Ports as a person writes them: <c>8443</c>, <c>9000-9099</c>.</summary>
internal static class Ports
{
    public static bool TryParse(string text, out PortRange range)
    {
        range = default;
        int hyphen = text.IndexOf('-');
        if (!TryPort(hyphen < 0 ? text : text.AsSpan(0, hyphen), out int first)) return false;
        int last = first;
        if (hyphen >= 0 && !TryPort(text.AsSpan(hyphen + 1), out last)) return false;
        range = new PortRange(first, last);
        return first <= last;
    }

    private static bool TryPort(ReadOnlySpan<char> text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= ushort.MaxValue;
}
