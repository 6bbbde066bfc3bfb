using System.Text.Json.Serialization;

namespace Shop;

/// <summary>The source-generated codec of what is small and seldom.</summary>
[JsonSerializable(typeof(Receipt))]
public sealed partial class ShopJson : JsonSerializerContext;
