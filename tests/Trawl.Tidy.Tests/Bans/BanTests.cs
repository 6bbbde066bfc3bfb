using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Trawl.Tests.Shared;

namespace Trawl.Tidy.Tests.Bans;

/// <summary>
/// What a replay could not give again is refused by the build: the compiler, with the analyzer and the lists of
/// eng/analyzers, reads a file of sins and must name every one.
/// </summary>
public sealed partial class BanTests
{
    /// <summary>Rooms whose results must not depend on clock, chance or machine.</summary>
    private static readonly string[] s_strict = ["Drift", "Engine", "Html", "Model", "Pipelines", "Recording", "Scheduling", "Steps", "Web"];

    private static readonly string[] s_lists = ["BannedSymbols.txt", "BannedSymbols.Network.txt", "BannedSymbols.Strict.txt"];

    [Fact]
    public void EverySinIsRefused_AndNothingElse()
    {
        var sins = File.ReadAllLines(Repository.PathOf("tests", "Trawl.Tidy.Tests", "Bans", "Sins.txt"));
        var expected = sins.Index().Where(line => line.Item.Contains("; // ", StringComparison.Ordinal)).Select(line => line.Index + 1);

        var refused = Refused(sins);

        Assert.Equal(expected, refused);
    }

    [Fact]
    public void StrictRoomsAreStrict() => Assert.Equal(
        s_strict,
        from project in Directory.EnumerateFiles(Repository.PathOf("src"), "Trawl.*.csproj", SearchOption.AllDirectories)
        where XDocument.Load(project).Descendants("StrictRoom").Any(strict => strict.Value == "true")
        let name = Path.GetFileNameWithoutExtension(project)["Trawl.".Length..]
        orderby name
        select name);

    /// <summary>The lines that the analyzer names.</summary>
    private static IEnumerable<int> Refused(string[] source)
    {
        var folder = Directory.CreateTempSubdirectory("trawl-bans-");
        try
        {
            File.WriteAllLines(Path.Combine(folder.FullName, "sins.cs"), source);
            var said = Compile(folder.FullName);
            Assert.DoesNotContain("error CS", said, StringComparison.Ordinal);
            return [.. Place().Matches(said).Select(found => int.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Compile(string folder)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        File.WriteAllLines(Path.Combine(folder, "sins.rsp"), [
            "/target:library", "/nologo", "/nostdlib", "/out:sins.dll", "/warnaserror:RS0030",
            .. Directory.EnumerateFiles(runtime, "System*.dll").Select(file => $"/reference:\"{file}\""),
            .. Directory.EnumerateFiles(Built("Analyzer"), "*.dll").Select(file => $"/analyzer:\"{file}\""),
            .. s_lists.Select(list => $"/additionalfile:\"{Repository.PathOf("eng", "analyzers", list)}\""),
            "sins.cs",
        ]);
        var start = new ProcessStartInfo("dotnet", ["exec", Built("Compiler"), "@sins.rsp"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var compiler = Process.Start(start)!;
        var said = compiler.StandardOutput.ReadToEnd();
        compiler.WaitForExit();
        return said;
    }

    private static string Built(string key) => typeof(BanTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    [GeneratedRegex(@"sins\.cs\((\d+),\d+\): error RS0030")]
    private static partial Regex Place();
}
