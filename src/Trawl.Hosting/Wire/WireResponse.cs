using System.Text.Json;
using Trawl.Api.Errors;

namespace Trawl.Hosting.Wire;

/// <summary>An answer: one line of JSON with one of the four.</summary>
internal sealed record WireResponse(long Id)
{
    /// <summary>What the call gave.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>Why it was refused.</summary>
    public ApiError? Error { get; init; }

    /// <summary>One of many things a streaming call gives.</summary>
    public JsonElement? Item { get; init; }

    /// <summary>Whether the streaming call has given all.</summary>
    public bool? End { get; init; }
}
