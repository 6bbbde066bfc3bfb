namespace Trawl.Tests.Shared;

/// <summary>Finds files of this repository from a test's output folder.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Compares a generated document with the committed one, or writes it when TRAWL_UPDATE=1.</summary>
    public static void AssertGenerated(string generated, params string[] parts)
    {
        var path = PathOf(parts);
        if (Environment.GetEnvironmentVariable("TRAWL_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, generated);
        }

        var committed = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(
            committed == generated,
            $"{Path.GetRelativePath(Root, path)} is not what the code generates. Write it anew: TRAWL_UPDATE=1 ./build.sh test");
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Trawl.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Trawl.slnx was not found above the tests.");
        }

        return folder;
    }
}
