using System.Text;

namespace Trawl.Steps.Tests.Peers;

/// <summary>Pages of two manuals that <c>eng/testdata.sh html</c> brings.</summary>
internal static class RealPages
{
    public static IEnumerable<(string Path, byte[] Body)> Of(string site)
    {
        var folder = Path.Combine(Root(), "artifacts", "testdata", "html", site);
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"\"{folder}\" is missing: run eng/testdata.sh html.");
        return Directory.GetFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file)));
    }

    public static string Text(byte[] body) => Encoding.UTF8.GetString(body);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Trawl.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds \"Trawl.slnx\".");
    }
}
