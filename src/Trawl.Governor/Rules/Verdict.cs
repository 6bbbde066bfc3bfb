namespace Trawl.Governor.Rules;

/// <summary>What a rule makes of a reading.</summary>
/// <param name="Enter">The step that the reading asks for.</param>
/// <param name="Stay">The step below which a rule that stands higher does not yet come down: limits with a distance.</param>
/// <param name="Reading">What was read.</param>
/// <param name="Limit">What it was held against.</param>
/// <param name="Message">What is short and the way out.</param>
public sealed record Verdict(PressureStep Enter, PressureStep Stay, string Reading, string Limit, string Message)
{
    /// <summary>Of a resource that could not be read.</summary>
    public static Verdict Unknown { get; } = new(PressureStep.None, PressureStep.None, "unknown", "", "");
}
