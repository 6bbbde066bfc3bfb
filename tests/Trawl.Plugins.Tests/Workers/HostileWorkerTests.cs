using Trawl.Model.Errors;
using Trawl.Plugins.Tests.Support;

namespace Trawl.Plugins.Tests.Workers;

/// <summary>Workers that send what no worker should. The engine's end of it is this process: it must see every test through.</summary>
public sealed class HostileWorkerTests : IDisposable
{
    private const string Honest = """{"contract":1,"kinds":["transform","enrich","validate","extract","parse","source","sink"]}""";
    private readonly List<string> _folders = [];

    [Theory]
    [InlineData(4, 0, "null")]
    [InlineData(4, 0, "{\"items\":null}")]
    [InlineData(4, 0, "{\"items\":[null]}")]
    [InlineData(4, 0, "{\"items\":[{\"problems\":[null]}]}")]
    [InlineData(4, 0, "{\"items\":[{\"blob\":7}]}")]
    [InlineData(4, 0, "{\"items\":[{\"blob\":-1}]}")]
    [InlineData(4, 0, "{\"items\":[]}")]
    [InlineData(4, 0, "{\"items\":")]
    [InlineData(4, 0, "")]
    [InlineData(4, 1, "{\"items\":[{}]}")]
    [InlineData(5, 0, "null")]
    [InlineData(5, 0, "{\"message\":null}")]
    [InlineData(6, 0, "7")]
    [InlineData(7, 0, "null")]
    [InlineData(7, 0, "{\"url\":null}")]
    [InlineData(7, 0, "{\"url\":\"http://a.example/\",\"headers\":null}")]
    [InlineData(11, 0, "{}")]
    [InlineData(200, 0, "{}")]
    public async Task ALie_EndsTheCallByName_AndNothingElse(int op, int call, string text)
    {
        using var trial = Liar(Honest, 10);
        var fault = (await trial.TransformAsync(new { op, call, text })).Fault!;
        Assert.True(fault.Code is ErrorCode.PluginProtocol or ErrorCode.PluginFailed or ErrorCode.PluginTimeout, fault.Message);
        Assert.False(fault.SuspendsRun);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{\"contract\":1,\"kinds\":null}")]
    [InlineData("{\"contract\":2,\"kinds\":[]}")]
    [InlineData("{\"contract\":1,\"kinds\":[\"parse\"]}")]
    [InlineData("[]")]
    public async Task ALieAboutItself_IsAVerdictOnThePlugin(string opened)
    {
        using var trial = Liar(opened, 1);
        var fault = (await trial.TransformAsync(new { })).Fault!;
        Assert.Equal(ErrorCode.PluginGivenUp, fault.Code);
    }

    public void Dispose()
    {
        foreach (var folder in _folders) Directory.Delete(folder, recursive: true);
    }

    private Trial Liar(string opened, int deaths)
    {
        var folder = Trial.OtherPlugin($"[dotnet, Trawl.Plugins.Trial.dll, --lie, '{opened}']");
        _folders.Add(folder);
        return new Trial(
            plan: p => p with { Folder = folder, Timeout = TimeSpan.FromSeconds(2) },
            limits: new SupervisionLimits { Deaths = deaths, Tries = 1 });
    }
}
