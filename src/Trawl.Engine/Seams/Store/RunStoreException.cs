namespace Trawl.Engine.Seams.Store;

/// <summary>The store cannot write (disk full, I/O error). Nothing after the last commit is kept; resume goes on from there.</summary>
public sealed class RunStoreException(string message, Exception? inner = null) : Exception(message, inner);
