using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Trawl.Api.Requests;
using Trawl.Api.Serialization;
using Trawl.Mcp.Tasks;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;
using Trawl.Model.Requests;
using Trawl.Model.Runs;

namespace Trawl.Mcp;

/// <summary>JSON of tools: their arguments, their answers, and the schemas of both.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [
        typeof(CamelCaseEnums<RunState>),
        typeof(CamelCaseEnums<RequestState>),
        typeof(CamelCaseEnums<StopMode>),
        typeof(CamelCaseEnums<ConditionKind>),
    ])]
[JsonSerializable(typeof(IDictionary<string, JsonElement>))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ListRunsArguments))]
[JsonSerializable(typeof(RunArguments))]
[JsonSerializable(typeof(GetRunArguments))]
[JsonSerializable(typeof(ValidatePipelineArguments))]
[JsonSerializable(typeof(RunPipelineArguments))]
[JsonSerializable(typeof(StopRunArguments))]
[JsonSerializable(typeof(ListRequestsArguments))]
[JsonSerializable(typeof(UrlArguments))]
[JsonSerializable(typeof(ExplainRecordArguments))]
[JsonSerializable(typeof(ReadPageArguments))]
[JsonSerializable(typeof(TestSelectorArguments))]
[JsonSerializable(typeof(DescribeRecordsArguments))]
[JsonSerializable(typeof(QueryRecordsArguments))]
[JsonSerializable(typeof(ReplayRunArguments))]
[JsonSerializable(typeof(CapturePageArguments))]
[JsonSerializable(typeof(ReadReferenceArguments))]
[JsonSerializable(typeof(RunListing))]
[JsonSerializable(typeof(RunReport))]
[JsonSerializable(typeof(RunView))]
[JsonSerializable(typeof(StartedRun))]
[JsonSerializable(typeof(PipelineCheck))]
[JsonSerializable(typeof(RequestPage))]
[JsonSerializable(typeof(UrlStory))]
[JsonSerializable(typeof(RecordStory))]
[JsonSerializable(typeof(PageSlice))]
[JsonSerializable(typeof(SelectorFinds))]
[JsonSerializable(typeof(RecordsOutline))]
[JsonSerializable(typeof(RecordRows))]
[JsonSerializable(typeof(FailureReport))]
[JsonSerializable(typeof(ReplayReport))]
[JsonSerializable(typeof(ReferenceAnswer))]
[JsonSerializable(typeof(TaskView))]
internal sealed partial class McpJson : JsonSerializerContext;
