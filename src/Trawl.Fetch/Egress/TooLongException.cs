namespace Trawl.Fetch.Egress;

/// <summary>An answer was longer than is wanted, and broken off.</summary>
/// <param name="most">Bytes that were allowed.</param>
public sealed class TooLongException(long most) : IOException($"The answer is longer than {most} bytes.");
