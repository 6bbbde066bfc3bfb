namespace Trawl.Mcp.Tests;

/// <summary>Every refusal says what is wrong and what to do next, and never carries structured content.</summary>
public sealed class RefusalTests(Assistant assistant) : IClassFixture<Assistant>
{
    [Theory]
    [InlineData("get_run", """{}""", "\"run\" is missing")]
    [InlineData("get_run", """{"run":7}""", "\"run\" is a text")]
    [InlineData("get_run", """{"run":"last","waitSeconds":46}""", "0 to 45")]
    [InlineData("get_run", """{"run":"last","wait":1}""", "no argument \"wait\"; there are: run, waitSeconds")]
    [InlineData("get_run", """{"run":"../../etc"}""", "no run")]
    [InlineData("list_runs", """{"state":"dead"}""", "is one of accepted")]
    [InlineData("list_requests", """{"run":"last","limit":"5"}""", "a whole number")]
    [InlineData("query_records", """{"run":"last","where":[{"field":"x"}]}""", "\"is\" is missing")]
    [InlineData("query_records", """{"run":"last","fields":[1]}""", "fields[0]")]
    [InlineData("run_pipeline", """{}""", "one of \"text\" and \"file\"")]
    [InlineData("run_pipeline", """{"text":"start: [}"}""", "TRAWL-PIPE-001")]
    [InlineData("run_pipeline", """{"file":"/etc/passwd"}""", "is no pipeline")]
    [InlineData("run_pipeline", """{"text":"start: { file: /etc/passwd }\nscope: { hosts: [a.example] }"}""", "/etc/passwd")]
    [InlineData("validate_pipeline", """{"text":"start: https://a.example/${env:PATH}"}""", null)]
    [InlineData("capture_page", """{"url":"ftp://a.example/"}""", "absolute http or https URL")]
    [InlineData("explain_url", """{"run":"last","url":"::"}""", "::")]
    [InlineData("read_reference", """{"topic":"no such thing at all"}""", "Sections:")]
    [InlineData("stop_run", """{"run":"last","mode":"kill"}""", "stop, cancel")]
    public async Task MistakesAreNamed(string tool, string arguments, string? expected)
    {
        var result = await assistant.TryAsync(tool, System.Text.Json.JsonDocument.Parse(arguments).RootElement);
        var text = Assistant.TextOf(result);
        if (expected is null)
        {
            // An environment variable is no value for text that came from an assistant.
            Assert.DoesNotContain(Environment.GetEnvironmentVariable("PATH")!, text, StringComparison.Ordinal);
            Assert.Contains("TRAWL-PIPE-012", text, StringComparison.Ordinal);
            return;
        }

        Assert.True(result.IsError, text);
        Assert.Null(result.StructuredContent);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Contains("Next: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutTheUsersWordNoPrivateAddressIsReached()
    {
        await using var client = await assistant.ConnectAsync();
        foreach (var text in (string[])[assistant.Pipeline, "start: http://localhost:1/", "start: http://[::1]/", "start: https://a.example/\negress: { allow: [10.0.0.0/8] }"])
        {
            var result = await client.CallToolAsync("run_pipeline", new Dictionary<string, object?> { ["text"] = text });
            Assert.True(result.IsError);
            Assert.Contains("--private-addresses", Assistant.TextOf(result), StringComparison.Ordinal);
        }
    }
}
