namespace Trawl.Html.Selectors.XPath;

/// <summary>XPath's comparisons of strings: ordinal.</summary>
internal static class Strings
{
    public static bool Test(ReadOnlySpan<char> actual, StringTest how, string value) => how switch
    {
        StringTest.Equal => actual.SequenceEqual(value),
        StringTest.NotEqual => !actual.SequenceEqual(value),
        StringTest.Contains => actual.Contains(value, StringComparison.Ordinal),
        StringTest.StartsWith => actual.StartsWith(value, StringComparison.Ordinal),
        _ => true,
    };
}
