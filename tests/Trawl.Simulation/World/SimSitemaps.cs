namespace Trawl.Simulation.World;

/// <summary>The sitemap of some simulated webs: an index with two parts, which name pages that links lead to as well.</summary>
internal sealed class SimSitemaps
{
    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private readonly Dictionary<string, string> _files = [];

    public SimSitemaps(string origin, IReadOnlyCollection<string> pages)
    {
        Start = $"{origin}/sitemap.xml";
        string[] parts = [$"{origin}/sitemap-0.xml", $"{origin}/sitemap-1.xml"];
        _files[Start] = File("sitemapindex", "sitemap", parts);
        for (var i = 0; i < parts.Length; i++)
        {
            _files[parts[i]] = File("urlset", "url", pages.Where((_, n) => n % 3 <= i));
        }
    }

    public string Start { get; }

    public string? Find(string url) => _files.GetValueOrDefault(url);

    private static string File(string root, string item, IEnumerable<string> urls) =>
        $"<{root} xmlns=\"{Space}\">{string.Concat(urls.Select(url => $"<{item}><loc>{url}</loc></{item}>"))}</{root}>";
}
