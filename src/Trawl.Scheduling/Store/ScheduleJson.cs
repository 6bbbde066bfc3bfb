using System.Text.Json.Serialization;
using Trawl.Scheduling.Schedules;

namespace Trawl.Scheduling.Store;

/// <summary>The stored form of a schedule.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Schedule))]
internal sealed partial class ScheduleJson : JsonSerializerContext;
