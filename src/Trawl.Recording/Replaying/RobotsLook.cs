namespace Trawl.Recording.Replaying;

/// <summary>A look at a host's robots.txt, as the journal has it.</summary>
/// <param name="Sequence">Number of its entry.</param>
/// <param name="At">The entry's time: the look was over.</param>
/// <param name="IsTriedAgain">Whether it failed in such a way that the engine looks again by itself.</param>
internal readonly record struct RobotsLook(long Sequence, DateTimeOffset At, bool IsTriedAgain);
