using System.Text.Json.Serialization;
using Trawl.Model.Changes;
using Trawl.Model.Plans;
using Trawl.Model.Records;

namespace Trawl.Storage.Runs;

/// <summary>The JSON we store inside columns.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<HeaderPlan>))]
[JsonSerializable(typeof(IReadOnlyList<RecordProblem>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(ChangeReport))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Dictionary<string, long>))]
internal sealed partial class StorageJson : JsonSerializerContext;
