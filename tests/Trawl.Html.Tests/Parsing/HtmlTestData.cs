namespace Trawl.Html.Tests.Parsing;

/// <summary>Suites and pages that a script installs; a test that needs them fails, never skips, when they are absent.</summary>
internal static class HtmlTestData
{
    public static string Folder(string name)
    {
        string path = Path.Combine(FindRoot(), "artifacts", "testdata", "html", name);
        Assert.True(Directory.Exists(path), $"\"{path}\" is absent. Install it with: eng/testdata.sh html");
        return path;
    }

    public static string[] Files(string folder, string pattern)
    {
        string[] files = Directory.GetFiles(Folder(folder), pattern, SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    public static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Trawl.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Trawl.slnx is in no folder above the tests.");
    }
}
