namespace Trawl.Warc;

/// <summary>The spelling of record types in <c>WARC-Type</c> (ISO 28500:2017 §5.5).</summary>
internal static class WarcTypeNames
{
    private static readonly string[] s_names =
        ["", "warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation"];

    public static string Of(WarcRecordType type) => s_names[(int)type];

    public static WarcRecordType Parse(string name)
    {
        for (var i = 1; i < s_names.Length; i++)
        {
            if (string.Equals(s_names[i], name, StringComparison.OrdinalIgnoreCase)) return (WarcRecordType)i;
        }

        return WarcRecordType.Unknown;
    }
}
