using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trawl.Model.Plans;

namespace Trawl.Model.Serialization;

/// <summary>The stored form of a plan, and the hash that names it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(PipelinePlan))]
public sealed partial class PlanJson : JsonSerializerContext
{
    /// <summary>The plan as UTF-8 JSON; equal plans give equal bytes.</summary>
    public static byte[] Write(PipelinePlan plan) => JsonSerializer.SerializeToUtf8Bytes(plan, Default.PipelinePlan);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are not a plan.</exception>
    public static PipelinePlan Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Default.PipelinePlan) ?? throw new JsonException("The plan is null.");

    /// <summary>SHA-256 of the stored form, 64 lower-case hex digits.</summary>
    public static string Hash(PipelinePlan plan) => Convert.ToHexStringLower(SHA256.HashData(Write(plan)));
}
