using System.Text.Json;

namespace Trawl.Sdk.Tests;

public sealed class PluginSettingsTests
{
    private static readonly PluginSettings s_settings = new(
        JsonElement.Parse("""{"text":"a","list":["b","c"],"size":1048576,"rate":1.50,"on":true,"wait":1500,"password":"DB_PASSWORD","other":"NOT_GRANTED","none":null}"""),
        new Dictionary<string, string> { ["DB_PASSWORD"] = "secret" });

    [Fact]
    public void EachTypeIsReadAsWhatItIs()
    {
        Assert.Equal("a", s_settings.Text("text"));
        Assert.Equal(["b", "c"], s_settings.Texts("list"));
        Assert.Equal(1 << 20, s_settings.Integer("size"));
        Assert.Equal(1.50m, s_settings.Decimal("rate"));
        Assert.True(s_settings.Boolean("on"));
        Assert.Equal(TimeSpan.FromMilliseconds(1500), s_settings.Duration("wait"));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("missing")]
    public void WhatWasNotGivenIsNothing(string name)
    {
        Assert.Null(s_settings.Text(name));
        Assert.Empty(s_settings.Texts(name));
        Assert.Null(s_settings.Integer(name));
        Assert.False(s_settings.Boolean(name));
        Assert.Null(s_settings.Secret(name));
    }

    [Fact]
    public void ASecretIsTheVariablesValue_AndOneThatIsNotGrantedIsRefusedByName()
    {
        Assert.Equal("secret", s_settings.Secret("password"));
        var refused = Assert.Throws<NotGrantedException>(() => s_settings.Secret("other"));
        Assert.Contains("\"NOT_GRANTED\"", refused.Message, StringComparison.Ordinal);
    }
}
