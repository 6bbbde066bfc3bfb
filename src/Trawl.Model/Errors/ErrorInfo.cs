namespace Trawl.Model.Errors;

/// <summary>What a person needs to know about an error code.</summary>
/// <param name="Code">A constant of <see cref="ErrorCode"/>.</param>
/// <param name="Meaning">What happened, in one sentence.</param>
/// <param name="WayOut">What to do about it.</param>
public sealed record ErrorInfo(string Code, string Meaning, string WayOut);
