namespace Trawl.Web.Urls;

/// <summary>The host parser of the URL standard (§3.5).</summary>
internal static class HostParser
{
    /// <summary>The serialised host, or null when the standard calls it a failure.</summary>
    public static string? Parse(ReadOnlySpan<char> input, bool isSpecial)
    {
        if (input.StartsWith('[')) return input.EndsWith(']') ? ParseIpv6(input[1..^1]) : null;
        return isSpecial ? ParseDomain(input) : ParseOpaque(input);
    }

    private static string? ParseIpv6(ReadOnlySpan<char> input)
    {
        Span<ushort> address = stackalloc ushort[8];
        return Ipv6.TryParse(input, address) ? Ipv6.Serialize(address) : null;
    }

    private static string? ParseDomain(ReadOnlySpan<char> input)
    {
        string? domain = DomainToAscii.Convert(PercentEncoding.Decode(input));
        if (string.IsNullOrEmpty(domain)) return null;
        foreach (char c in domain)
            if (EncodeSet.ForbiddenDomain.ContainsAscii(c)) return null;

        if (!Ipv4.EndsInNumber(domain)) return domain;
        return Ipv4.TryParse(domain, out uint address) ? Ipv4.Serialize(address) : null;
    }

    private static string? ParseOpaque(ReadOnlySpan<char> input)
    {
        foreach (char c in input)
            if (EncodeSet.ForbiddenHost.ContainsAscii(c)) return null;
        return PercentEncoding.Encode(input, EncodeSet.C0Control);
    }
}
