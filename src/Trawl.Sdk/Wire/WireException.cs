namespace Trawl.Sdk.Wire;

/// <summary>The peer sent what the protocol forbids, or is gone.</summary>
internal sealed class WireException(string message, bool isGone = false) : Exception(message)
{
    /// <summary>Whether the peer is gone, and not wrong.</summary>
    public bool IsGone { get; } = isGone;
}
