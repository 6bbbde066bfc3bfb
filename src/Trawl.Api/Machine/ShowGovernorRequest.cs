namespace Trawl.Api.Machine;

/// <summary>Asks what the governor of the home's engine sees.</summary>
public sealed record ShowGovernorRequest;
