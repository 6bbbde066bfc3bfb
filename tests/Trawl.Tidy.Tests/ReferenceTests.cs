using System.Xml.Linq;
using Trawl.Tests.Shared;

namespace Trawl.Tidy.Tests;

/// <summary>Which room may know which: the table of docs/architecture.md, held.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Model"] = [],
        ["Web"] = [],
        ["Html"] = [],
        ["Warc"] = [],
        ["Ipc"] = [],
        ["Sdk"] = ["Model", "Ipc"],
        ["Launcher"] = [],
        ["Plugins"] = ["Model", "Web", "Engine", "Pipelines", "Ipc", "Sdk", "Launcher"],
        ["Enrich"] = ["Model", "Web", "Html", "Engine", "Fetch", "Storage", "Plugins"],
        ["Pipelines"] = ["Model", "Web", "Html"],
        ["Engine"] = ["Model", "Web"],
        ["Steps"] = ["Model", "Web", "Html", "Engine"],
        ["Fetch"] = ["Model", "Web", "Engine"],
        ["Browser"] = ["Model", "Web", "Engine", "Fetch"],
        ["Storage"] = ["Model", "Engine"],
        ["Access"] = ["Storage"],
        ["Drift"] = ["Model"],
        ["Scheduling"] = ["Model", "Storage"],
        ["Governor"] = ["Model", "Engine"],
        ["Recording"] = ["Model", "Web", "Warc", "Engine", "Storage"],
        ["Api"] = ["Model"],
        ["Remote"] = ["Api"],
        ["Hosting"] = ["Model", "Web", "Html", "Pipelines", "Engine", "Steps", "Enrich", "Plugins", "Fetch", "Storage", "Recording", "Drift", "Scheduling", "Governor", "Api"],
        ["Demo"] = [],
        ["Testing"] = ["Model", "Web", "Engine"],
        ["Server"] = ["Api", "Access", "Mcp"],
        ["Mcp"] = ["Model", "Api", "Access"],
        ["Cli"] = ["Browser", "Access", "Scheduling", "Server", "Mcp", "Api", "Remote", "Hosting", "Demo", "Ipc"],
    };

    [Fact]
    public void EveryRoomStandsInTheTable() =>
        Assert.Equal(s_allowed.Keys.Order(), Rooms().Select(room => room.Name).Order());

    [Fact]
    public void NoRoomKnowsMoreThanItMay()
    {
        foreach (var (name, references) in Rooms())
        {
            var tooMany = references.Except(s_allowed[name]).ToArray();
            Assert.True(tooMany.Length == 0, $"Trawl.{name} references {string.Join(", ", tooMany)}; the table allows {string.Join(", ", s_allowed[name])}.");
        }
    }

    private static IEnumerable<(string Name, string[] References)> Rooms() =>
        from project in Directory.EnumerateFiles(Repository.PathOf("src"), "Trawl.*.csproj", SearchOption.AllDirectories)
        let references = XDocument.Load(project).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)["Trawl.".Length..])
        select (Path.GetFileNameWithoutExtension(project)["Trawl.".Length..], references.ToArray());
}
