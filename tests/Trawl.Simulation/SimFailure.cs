namespace Trawl.Simulation;

/// <summary>The engine broke a promise in a way that ends the simulation.</summary>
internal sealed class SimFailure(string message) : Exception(message);
