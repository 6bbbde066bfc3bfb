using Trawl.Engine.Seams.Fetching;

namespace Trawl.Recording.Plugins;

/// <summary>
/// Takes the values that plugins are told in confidence out of what is written down of their fetches: a plugin puts them where
/// its host wants them, into headers, paths or queries. Nothing puts them back: what is recorded is known by digests.
/// </summary>
public sealed class PluginSecretSeal : IUrlSeal
{
    /// <summary>Stands in place of a value; allowed everywhere in a URL.</summary>
    private const string Mark = "redacted";

    private readonly string[] _values;
    private readonly IUrlSeal? _inner;

    /// <param name="values">The values; empty ones are no secrets.</param>
    /// <param name="inner">What is sealed besides; null for nothing.</param>
    public PluginSecretSeal(IEnumerable<string> values, IUrlSeal? inner)
    {
        // Longest first: one may hold another.
        _values = [.. values.Where(value => value.Length > 0).SelectMany(value => new[] { value, Uri.EscapeDataString(value) })
            .Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length)];
        _inner = inner;
    }

    /// <inheritdoc/>
    public string Seal(string text)
    {
        foreach (var value in _values) text = text.Replace(value, Mark, StringComparison.Ordinal);
        return _inner?.Seal(text) ?? text;
    }

    /// <inheritdoc/>
    public string Open(string url) => _inner?.Open(url) ?? url;
}
