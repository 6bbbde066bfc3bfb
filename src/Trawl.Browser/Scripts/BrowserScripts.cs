using System.Globalization;

namespace Trawl.Browser.Scripts;

/// <summary>The scripts that run in pages.</summary>
internal static class BrowserScripts
{
    public static readonly string Settle = Read("settle.js");

    public static readonly string Scroll = Read("scroll.js");

    public static readonly string Snapshot = Read("snapshot.js");

    private static readonly string s_prepare = Read("prepare.js");

    /// <summary>What runs in every frame before its own scripts.</summary>
    /// <param name="seed">Where the page's chance comes from.</param>
    /// <param name="clock">The time that it is told; null for the real one.</param>
    public static string Prepare(int seed, DateTimeOffset? clock) => string.Create(
        CultureInfo.InvariantCulture, $"({s_prepare})({seed}, {clock?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "null"});");

    private static string Read(string name)
    {
        using var stream = typeof(BrowserScripts).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        // Chromium wants an expression; what stands before it is for people.
        var text = reader.ReadToEnd();
        return text[text.IndexOf('\n', StringComparison.Ordinal)..].Trim();
    }
}
