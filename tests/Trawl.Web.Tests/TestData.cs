using System.Text.Json;

namespace Trawl.Web.Tests;

/// <summary>
/// Conformance suites that a script installs; a test that needs one fails, never skips, when it is absent.
/// </summary>
internal static class TestData
{
    public static string RepositoryRoot { get; } = FindRoot();

    public static JsonElement ReadJson(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(PathOf(name)));
        return document.RootElement.Clone();
    }

    public static string PathOf(string name)
    {
        string path = Path.Combine(RepositoryRoot, "artifacts", "testdata", "web", name);
        Assert.True(File.Exists(path), $"\"{path}\" is absent. Install it with: eng/testdata.sh web");
        return path;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Trawl.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Trawl.slnx is in no folder above the tests.");
    }
}
