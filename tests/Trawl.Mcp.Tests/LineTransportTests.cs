using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Trawl.Mcp.Tests;

public sealed class LineTransportTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>However the bytes come: some at a time, many lines at once, with empty lines and both ends of lines.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task MessagesComeInWhole(int together)
    {
        using var patience = new CancellationTokenSource(s_patience);
        var (input, output) = (new Pipe(), new Pipe());
        await using var transport = new LineTransport(input.Reader.AsStream(), output.Writer.AsStream());
        var long1 = new string('é', 40_000);
        var sent = Encoding.UTF8.GetBytes($"{Call("a", long1)}\n\n{Call("b", "")}\r\n{{\n{Call("c", long1)}\n");
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < sent.Length; i += together)
            {
                await input.Writer.WriteAsync(sent.AsMemory(i, Math.Min(together, sent.Length - i)), patience.Token);
            }

            await input.Writer.CompleteAsync();
        });
        var methods = new List<string>();
        await foreach (var message in transport.MessageReader.ReadAllAsync(patience.Token))
        {
            methods.Add(((JsonRpcRequest)message).Method);
        }

        await writing;
        Assert.Equal(["a", "b", "c"], methods);
        using var answers = new StreamReader(output.Reader.AsStream());
        var broken = JsonElement.Parse((await answers.ReadLineAsync(patience.Token))!);
        Assert.Equal(-32700, broken.GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task WhatIsSentIsALineEachAndOutBeforeTheEnd()
    {
        var output = new MemoryStream();
        await using (var transport = new LineTransport(Stream.Null, output))
        {
            for (var i = 0; i < 500; i++)
            {
                await transport.SendMessageAsync(new JsonRpcResponse { Id = new RequestId(i), Result = new JsonObject { ["text"] = "a \"line\"\nand another" } });
            }
        }

        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Enumerable.Range(0, 500), lines.Select(l => JsonElement.Parse(l).GetProperty("id").GetInt32()));
    }

    private static string Call(string method, string text) =>
        new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 1, ["method"] = method, ["params"] = new JsonObject { ["text"] = text } }.ToJsonString();
}
