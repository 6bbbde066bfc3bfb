using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trawl.Api.Serialization;

/// <summary>Writes an enum by its name in camelCase; reads it whatever the case.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class CamelCaseEnums<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
