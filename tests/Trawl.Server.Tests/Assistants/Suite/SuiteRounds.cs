#pragma warning disable MCP9005 // The newest revision deprecates what the suite still asks of older ones.
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Trawl.Server.Tests.Assistants.Suite;

/// <summary>The suite's tools that answer only after the client has been asked, a round a request (SEP-2322).</summary>
internal static class SuiteRounds
{
    private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(32);

    public static IReadOnlyDictionary<string, SuiteTool> All { get; } = new Dictionary<string, SuiteTool>
    {
        ["test_input_required_result_elicitation"] = (call, _) => Once(call, "user_name", Ask("name")),
        ["test_incomplete_result_elicitation"] = (call, _) => Once(call, "user_name", Ask("name")),
        ["test_input_required_result_sampling"] = (call, _) =>
            Once(call, "capital_question", InputRequest.ForSampling(SuiteInputs.Sampling("What is the capital of France?"))),
        ["test_input_required_result_list_roots"] = (call, _) => Once(call, "client_roots", Roots()),
        ["test_input_required_result_request_state"] = (call, _) => call.Params.RequestState is { } state
            ? SuiteTools.Text(state == "kept" ? "state-ok" : "state-mismatch")
            : throw new InputRequiredException(new Dictionary<string, InputRequest> { ["confirm"] = Ask("ok") }, "kept"),
        ["test_input_required_result_multiple_inputs"] = (call, _) => call.Params.InputResponses is { Count: >= 3 }
            ? SuiteTools.Text("all three")
            : throw new InputRequiredException(All3(), "several"),
        ["test_input_required_result_multi_round"] = (call, _) => call.Params.RequestState switch
        {
            null => throw new InputRequiredException(new Dictionary<string, InputRequest> { ["step1"] = Ask("name") }, "round-1"),
            "round-1" => throw new InputRequiredException(new Dictionary<string, InputRequest> { ["step2"] = Ask("color") }, "round-2"),
            _ => SuiteTools.Text("multi-round-ok"),
        },
        ["test_input_required_result_tampered_state"] = (call, _) => Signed(call),
        ["test_input_required_result_capabilities"] = (call, _) => Declared(call),
    };

    public static InputRequest Ask(string field) => InputRequest.ForElicitation(SuiteInputs.Form(field));

    private static InputRequest Roots() => InputRequest.ForRootsList(new ListRootsRequestParams());

    private static Dictionary<string, InputRequest> All3() => new()
    {
        ["user_name"] = Ask("name"),
        ["greeting"] = InputRequest.ForSampling(SuiteInputs.Sampling("Generate a greeting")),
        ["client_roots"] = Roots(),
    };

    private static ValueTask<CallToolResult> Once(RequestContext<CallToolRequestParams> call, string key, InputRequest ask) =>
        call.Params.InputResponses is { } given && given.TryGetValue(key, out var answer) && answer.RawValue.ValueKind == JsonValueKind.Object
            ? SuiteTools.Text($"answered: {answer.RawValue}")
            : throw new InputRequiredException(new Dictionary<string, InputRequest> { [key] = ask });

    private static ValueTask<CallToolResult> Signed(RequestContext<CallToolRequestParams> call)
    {
        if (call.Params.RequestState is not { } state)
        {
            throw new InputRequiredException(new Dictionary<string, InputRequest> { ["confirm"] = Ask("ok") }, $"once.{Sign("once")}");
        }

        return state.Split('.') is [var text, var signature] && signature == Sign(text)
            ? SuiteTools.Text("genuine")
            : throw new McpProtocolException("The state was tampered with.", McpErrorCode.InvalidParams);
    }

    private static ValueTask<CallToolResult> Declared(RequestContext<CallToolRequestParams> call)
    {
        var client = call.JsonRpcRequest.Context?.ClientCapabilities;
        var ask = All3().Where(a => a.Key switch
        {
            "user_name" => client?.Elicitation is not null,
            "greeting" => client?.Sampling is not null,
            _ => client?.Roots is not null,
        }).ToDictionary();
        return call.Params.InputResponses is { Count: > 0 } || ask.Count == 0 ? SuiteTools.Text("done") : throw new InputRequiredException(ask);
    }

    private static string Sign(string text) => Convert.ToHexString(HMACSHA256.HashData(s_key, Encoding.UTF8.GetBytes(text)));
}
