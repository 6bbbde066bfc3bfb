using System.Text.Json;
using System.Text.Json.Serialization;
using Trawl.Model.Drift;

namespace Trawl.Drift.Profiles;

/// <summary>The stored form of profiles and verdicts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(RunProfile))]
[JsonSerializable(typeof(DriftVerdict))]
public sealed partial class ProfileJson : JsonSerializerContext
{
    /// <summary>A profile as UTF-8 JSON.</summary>
    public static byte[] Write(RunProfile profile) => JsonSerializer.SerializeToUtf8Bytes(profile, Default.RunProfile);

    /// <summary>A verdict as UTF-8 JSON.</summary>
    public static byte[] Write(DriftVerdict verdict) => JsonSerializer.SerializeToUtf8Bytes(verdict, Default.DriftVerdict);

    /// <summary>Reads what <see cref="Write(RunProfile)"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static RunProfile ReadProfile(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Default.RunProfile) ?? throw new JsonException("The profile is null.");

    /// <summary>Reads what <see cref="Write(DriftVerdict)"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static DriftVerdict ReadVerdict(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Default.DriftVerdict) ?? throw new JsonException("The verdict is null.");
}
