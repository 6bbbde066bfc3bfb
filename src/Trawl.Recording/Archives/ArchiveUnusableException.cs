namespace Trawl.Recording.Archives;

/// <summary>Archives that a run cannot read: missing, changed since it began, or of another kind.</summary>
/// <param name="message">What is wrong, with the file.</param>
/// <param name="wayOut">What to do about it.</param>
public sealed class ArchiveUnusableException(string message, string wayOut) : Exception(message)
{
    /// <summary>What to do about it.</summary>
    public string WayOut { get; } = wayOut;
}
