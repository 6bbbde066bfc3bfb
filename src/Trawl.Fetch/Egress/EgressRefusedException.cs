namespace Trawl.Fetch.Egress;

/// <summary>Nothing was dialled: the target is none that may be reached. The message has the reason and the way out.</summary>
public sealed class EgressRefusedException(string message) : Exception(message);
