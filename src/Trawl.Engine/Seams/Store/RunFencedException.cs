namespace Trawl.Engine.Seams.Store;

/// <summary>Another engine has taken the run over; this one must stop without writing anything.</summary>
public sealed class RunFencedException(string message) : Exception(message);
