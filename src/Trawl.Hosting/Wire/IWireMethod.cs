using Trawl.Api;

namespace Trawl.Hosting.Wire;

/// <summary>A call with one answer, whatever its records.</summary>
internal interface IWireMethod
{
    string Name { get; }

    /// <summary>Makes the call and gives the line to answer with.</summary>
    /// <exception cref="System.Text.Json.JsonException">The params are not the method's.</exception>
    Task<WireResponse> AnswerAsync(ITrawlClient client, WireRequest line, CancellationToken cancellationToken);
}
