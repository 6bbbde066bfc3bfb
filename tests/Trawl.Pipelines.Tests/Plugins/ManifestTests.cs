using Trawl.Model.Plugins;
using Trawl.Pipelines.Plugins;
using Trawl.Tests.Shared;

namespace Trawl.Pipelines.Tests.Plugins;

public sealed class ManifestTests
{
    private const string Head = "id: a.b\nversion: 1.0.0\ncontract: 1\nrun: [x]\n";

    [Fact]
    public void EveryKey_IsRead()
    {
        var all = Read("all");
        Assert.Empty(all.Diagnostics);
        var manifest = all.Manifest!;
        Assert.Equal(("test.all", "0.1.0-beta.1", 1), (manifest.Id, manifest.Version, manifest.Contract));
        Assert.Equal(["node", "worker.js"], manifest.Run);
        Assert.Equal(Enum.GetValues<PluginKind>(), manifest.Offers.Select(o => o.Kind));
        Assert.Equal(PluginDelivery.ExactlyOnce, manifest.Offer(PluginKind.Sink)!.Delivery);
        Assert.Equal(new PluginField("tags", Model.Plans.FieldType.Text, true), Assert.Single(manifest.Offer(PluginKind.Enrich)!.Fields));
        Assert.Equal(Enum.GetValues<PluginSettingType>().Except([PluginSettingType.Decimal]).Order(),
            manifest.Settings.Select(s => s.Type).Distinct().Order());
        Assert.Equal(["api.example", "$server", "$endpoint"], manifest.Needs.Hosts);
        Assert.Equal([new PluginFile("$folder", true), new PluginFile("data.csv", false)], manifest.Needs.Files);
        Assert.Equal(1L << 30, manifest.Needs.Memory);
        Assert.True(manifest.Needs.Processes);
    }

    [Theory]
    [InlineData("021", "§version: 1.0.0\ncontract: 1\nrun: [x]\nkinds: sink\n")]
    [InlineData("027", "id: §Tidy\nversion: 1.0.0\ncontract: 1\nrun: [x]\nkinds: sink\n")]
    [InlineData("027", "id: a.b\nversion: §1.0\ncontract: 1\nrun: [x]\nkinds: sink\n")]
    [InlineData("099", "id: a.b\nversion: 1.0.0\ncontract: §2\nrun: [x]\nkinds: sink\n")]
    [InlineData("035", Head + "kinds: [§snk]\n")]
    [InlineData("020", Head + "kinds: { §snk: {} }\n")]
    [InlineData("025", Head + "kinds: { parse: { §delivery: exactly-once } }\n")]
    [InlineData("035", Head + "kinds: { enrich: { fields: { a: §number } } }\n")]
    [InlineData("066", Head + "kinds: sink\nsettings: { a: { §min: 1 } }\n")]
    [InlineData("066", Head + "kinds: sink\nsettings: { a: { type: integer, §pattern: x } }\n")]
    [InlineData("030", Head + "kinds: sink\nsettings: { a: { type: integer, default: §x } }\n")]
    [InlineData("031", Head + "kinds: sink\nsettings: { a: { type: integer, max: 3, default: §4 } }\n")]
    [InlineData("035", Head + "kinds: sink\nsettings: { a: { oneOf: [b, c], default: §d } }\n")]
    [InlineData("033", Head + "kinds: sink\nsettings: { a: { type: duration, max: §5 } }\n")]
    [InlineData("024", Head + "kinds: sink\nsettings: { a: { required: true, §default: x } }\n")]
    [InlineData("098", Head + "kinds: sink\nneeds: { hosts: §$server }\n")]
    [InlineData("098", Head + "kinds: sink\nsettings: { server: { type: path } }\nneeds: { hosts: [§$server] }\n")]
    [InlineData("098", Head + "kinds: sink\nsettings: { out: {} }\nneeds: { files: [§write $out] }\n")]
    [InlineData("097", Head + "kinds: sink\nneeds: { files: §data.csv }\n")]
    public void Broken_FindsTheErrorAtItsPlaceAndNoOther(string code, string marked)
    {
        string[] before = marked[..marked.IndexOf('§')].Split('\n');
        var result = ManifestCompiler.Compile(marked.Replace("§", "", StringComparison.Ordinal), "/p/plugin.yaml");
        var found = Assert.Single(result.Diagnostics);
        Assert.Equal($"TRAWL-PIPE-{code} {before.Length}:{before[^1].Length + 1}", $"{found.Code} {found.Line}:{found.Column}");
        Assert.Null(result.Manifest);
    }

    [Fact]
    public void List_GivesBrokenOnesToo() =>
        Assert.Equal(["test.all", "test.broken", "test.tidy"], Compiling.Source().Plugins.List().Select(found => found.Id));

    [Theory]
    [InlineData("/a/b", "/a/b", true)]
    [InlineData("/a/b/c", "/a/b", true)]
    [InlineData("/a/bc", "/a/b", false)]
    [InlineData("/a", "/a/b", false)]
    [InlineData("/a/b/../c", "/a/b", false)]
    [InlineData("/a", "/", true)]
    public void IsGranted_AFolderStandsForAllBelowIt(string file, string granted, bool expected) =>
        Assert.Equal(expected, PluginNeeds.IsGranted(new(Path.GetFullPath(file), false), [new(granted, false)]));

    [Fact]
    public void IsGranted_ReadingIsNotWriting() =>
        Assert.False(PluginNeeds.IsGranted(new("/a", true), [new("/a", false)]));

    private static ManifestResult Read(string name) =>
        PluginFolders.Read(Repository.PathOf("tests", "Trawl.Pipelines.Tests", "Samples", "plugins", name))!;
}
