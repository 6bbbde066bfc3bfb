using Trawl.Hosting.Settings;
using Trawl.Hosting.Tests.Support;

namespace Trawl.Hosting.Tests.Settings;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly TempFolder _home = new();
    private readonly TempFolder _work = new();

    public void Dispose()
    {
        _home.Dispose();
        _work.Dispose();
    }

    [Fact]
    public void NothingGiven_DefaultsAndTheirOrigin()
    {
        var result = Read();

        Assert.Empty(result.Problems);
        Assert.Equal("auto", result.Settings.Color);
        Assert.Equal("default", OriginOf(result, "color"));
        Assert.Equal(_home.Path, result.Settings.Home);
    }

    [Fact]
    public void EachSource_BeatsTheOneBefore()
    {
        var yaml = _home.Write("trawl.yaml", "# mine\nmaxConcurrency: 1\ncontact: yaml@x.org\nuserAgent: yaml\ncolor: never\nlogLevel: error\n");
        var there = _home.Write(".env", "TRAWL_CONTACT=home@x.org\nTRAWL_USER_AGENT=home\nTRAWL_COLOR=always\nTRAWL_LOG_LEVEL=debug\n");
        var here = _work.Write(".env", "# a comment\nexport TRAWL_USER_AGENT=here\nTRAWL_COLOR=auto\nTRAWL_LOG_LEVEL=info\n");
        var result = Read([("TRAWL_COLOR", "always"), ("TRAWL_LOG_LEVEL", "error")], [("logLevel", "debug")]);

        Assert.Empty(result.Problems);
        Assert.Equal((1, yaml + ":2"), (result.Settings.MaxConcurrency, OriginOf(result, "maxConcurrency")));
        Assert.Equal(("home@x.org", there + ":1"), (result.Settings.Contact, OriginOf(result, "contact")));
        Assert.Equal(("here", here + ":2"), (result.Settings.UserAgent, OriginOf(result, "userAgent")));
        Assert.Equal(("always", "environment TRAWL_COLOR"), (result.Settings.Color, OriginOf(result, "color")));
        Assert.Equal(("debug", "command line --log-level"), (result.Settings.LogLevel, OriginOf(result, "logLevel")));
    }

    [Fact]
    public void EverythingWrong_AllReportedAtOnceWithItsPlace()
    {
        var yaml = _home.Write("trawl.yaml", "colour: never\nmaxConcurrency: lots\nhome: /x\ncontact: [a, b]\nlogLevel: info\nlogLevel: debug\n");
        _work.Write(".env", "TRAWL_MAX_HOST_CONCURRENCY=0\n");
        var result = Read([("TRAWL_COLOR", "pink"), ("TRAWL_CONTACTS", "x")], [("logLevel", "loud")]);

        string[] expected =
        [
            $"{yaml}:1: \"colour\" is no setting of this file. Did you mean \"color\"?",
            $"{yaml}:2: \"lots\" cannot be the value of \"maxConcurrency\". Give it a whole number from 1 to 1000.",
            $"{yaml}:3: \"home\" is no setting of this file. Set TRAWL_HOME or use --home.",
            $"{yaml}:4: \"contact\" has a list or map as its value. Give it a single value.",
            $"{yaml}:6: \"logLevel\" stands twice. Remove one of them.",
            $"{Path.Combine(_work.Path, ".env")}:1: \"0\" cannot be the value of \"maxHostConcurrency\". Give it a whole number from 1 to 1000.",
            "environment TRAWL_COLOR: \"pink\" cannot be the value of \"color\". Give it one of auto, always, never.",
            "command line --log-level: \"loud\" cannot be the value of \"logLevel\". Give it one of error, info, debug.",
            "environment TRAWL_CONTACTS: \"TRAWL_CONTACTS\" is no setting. Did you mean \"TRAWL_CONTACT\"?",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), result.Problems.Select(p => p.ToString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("- a")]
    [InlineData("? [a]\n: b")]
    [InlineData("a: b\n\tc: d")]
    public void BrokenYaml_IsAProblemNotACrash(string text)
    {
        _home.Write("trawl.yaml", text);

        Assert.NotEmpty(Read().Problems);
    }

    [Fact]
    public void BrokenDotEnv_IsAProblemNotACrash()
    {
        _work.Write(".env", "= \"unclosed\nA\n");

        Assert.NotEmpty(Read().Problems);
    }

    [Fact]
    public void HomeInsideTheHome_IsRefused()
    {
        _home.Write(".env", "TRAWL_HOME=/elsewhere\n");

        Assert.Contains("cannot stand inside the home", Assert.Single(Read().Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_TheEnvironmentBeatsTheFiles()
    {
        _home.Write(".env", "A=home\nB=home\nC=home\n");
        _work.Write(".env", "A=here\nB=here\n");
        var variables = Read([("A", "set")]).Variables;

        Assert.Equal(("set", "here", "home"), (variables["A"], variables["B"], variables["C"]));
    }

    [Fact]
    public void ReadingDotEnv_LeavesTheProcessAlone()
    {
        _work.Write(".env", "TRAWL_TEST_LEAK=1\n");
        Read();

        Assert.Null(Environment.GetEnvironmentVariable("TRAWL_TEST_LEAK"));
    }

    [Fact]
    public void Names_FollowFromTheSetting()
    {
        Assert.Equal(["TRAWL_HOME", "TRAWL_CONTACT", "TRAWL_USER_AGENT", "TRAWL_COLOR", "TRAWL_LOG_LEVEL",
            "TRAWL_MAX_CONCURRENCY", "TRAWL_MAX_HOST_CONCURRENCY", "TRAWL_MIN_FREE_DISK", "TRAWL_BROWSER",
            "TRAWL_SERVER", "TRAWL_TOKEN", "TRAWL_SERVER_FINGERPRINT"], SettingTable.All.Select(s => s.EnvironmentName));
        Assert.Equal("--max-host-concurrency", SettingTable.Find("maxHostConcurrency")!.OptionName);
    }

    private static string OriginOf(SettingsResult result, string name) => result.Values.Single(v => v.Setting.Name == name).Origin;

    private SettingsResult Read((string, string)[]? environment = null, (string, string)[]? commandLine = null) =>
        SettingsReader.Read(new SettingsSources
        {
            Environment = (environment ?? []).Append(("TRAWL_HOME", _home.Path)).ToDictionary(e => e.Item1, e => e.Item2),
            WorkingFolder = _work.Path,
            CommandLine = (commandLine ?? []).ToDictionary(e => e.Item1, e => e.Item2),
        });
}
