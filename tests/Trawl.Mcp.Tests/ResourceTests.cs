using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Trawl.Mcp.Tests;

public sealed class ResourceTests(Assistant assistant) : IClassFixture<Assistant>
{
    [Theory]
    [InlineData("trawl://runs", "\"runs\"")]
    [InlineData("trawl://runs/{run}", "\"planHash\"")]
    [InlineData("trawl://runs/{run}/journal?after=1", "\"sequence\":2")]
    [InlineData("trawl://runs/{run}/records", "\"records\"")]
    [InlineData("trawl://runs/{run}/page?url={site}", "[page data ")]
    [InlineData("trawl://reference/errors.md", "TRAWL-FETCH-001")]
    public async Task WhatHasAnAddressCanBeRead(string template, string expected)
    {
        var uri = template.Replace("{run}", assistant.RunId, StringComparison.Ordinal).Replace("{site}", Uri.EscapeDataString(assistant.Shop.BaseUrl), StringComparison.Ordinal);
        var read = await assistant.Client.ReadResourceAsync(uri);
        Assert.Contains(expected, Assert.IsType<TextResourceContents>(Assert.Single(read.Contents)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("trawl://runs/../../etc/passwd")]
    [InlineData("trawl://runs/none/journal")]
    [InlineData("trawl://reference/McpDoor.cs")]
    public async Task WhatHasNoneIsRefused(string uri) =>
        await Assert.ThrowsAnyAsync<McpException>(async () => await assistant.Client.ReadResourceAsync(uri));

    [Fact]
    public async Task PromptsAskForWhatTheyNeedAndRunsAreCompleted()
    {
        var prompt = await assistant.Client.GetPromptAsync("debug_failed_run", new Dictionary<string, object?> { ["run"] = assistant.RunId });
        Assert.Contains(assistant.RunId, Assert.IsType<TextContentBlock>(prompt.Messages[0].Content).Text, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<McpException>(async () => await assistant.Client.GetPromptAsync("author_pipeline"));
        var completed = await assistant.Client.CompleteAsync(new PromptReference { Name = "debug_failed_run" }, "run", assistant.RunId[..4]);
        Assert.Contains(assistant.RunId, completed.Completion.Values);
    }
}
