using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol.Protocol;
using Trawl.Api.Errors;
using Trawl.Mcp.Schemas;

namespace Trawl.Mcp.Calling;

/// <summary>A tool whose arguments and answer are records: their types are the schemas, so neither can differ from what is done.</summary>
/// <typeparam name="TArguments">The arguments.</typeparam>
/// <typeparam name="TAnswer">The structured answer.</typeparam>
internal abstract class StructuredTool<TArguments, TAnswer>(JsonTypeInfo<TArguments> arguments, JsonTypeInfo<TAnswer> answer) : McpTool
    where TArguments : class
    where TAnswer : class
{
    private JsonElement? _schema;

    /// <summary>Whether the answer holds what strangers wrote on their pages.</summary>
    protected virtual bool CarriesPageText => false;

    protected override JsonElement ArgumentSchema => _schema ??= ToolSchemas.OfArguments(arguments);

    protected override JsonElement AnswerSchema => ToolSchemas.OfAnswer(answer);

    public override async Task<CallToolResult> CallAsync(ToolCall call)
    {
        if (ArgumentCheck.Problem(ArgumentSchema, call.Arguments) is { } problem)
        {
            return ToolResults.Refused(new ApiError(ApiErrorKind.InvalidRequest, problem));
        }

        var given = JsonSerializer.SerializeToElement(call.Arguments, McpJson.Default.IDictionaryStringJsonElement).Deserialize(arguments)!;
        return (await AnswerAsync(call, given)).TryGet(out var result, out var error)
            ? ToolResults.Of(result, JsonSerializer.SerializeToElement(result.Value, answer), CarriesPageText)
            : ToolResults.Refused(error);
    }

    protected abstract Task<ApiResult<ToolAnswer<TAnswer>>> AnswerAsync(ToolCall call, TArguments given);
}
