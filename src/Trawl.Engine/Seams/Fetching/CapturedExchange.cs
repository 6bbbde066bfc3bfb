namespace Trawl.Engine.Seams.Fetching;

/// <summary>
/// An exchange on its way into the run's capture. The engine carries it from the result to the commit that makes the
/// outcome durable, and does not look inside: only who recorded it knows what it is.
/// </summary>
public abstract class CapturedExchange;
