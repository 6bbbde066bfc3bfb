namespace Trawl.Steps.Probing;

/// <summary>A selector changed a little.</summary>
/// <param name="Text">The changed selector.</param>
/// <param name="Cost">How much it was changed: small for what redesigns do, large for what loses the meaning.</param>
internal readonly record struct Edit(string Text, int Cost);
