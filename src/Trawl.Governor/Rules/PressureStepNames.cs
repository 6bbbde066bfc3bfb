namespace Trawl.Governor.Rules;

/// <summary>What steps are called in journals and answers.</summary>
public static class PressureStepNames
{
    /// <summary>The step's name, in lower case with dashes.</summary>
    public static string Of(PressureStep step) => step switch
    {
        PressureStep.None => "none",
        PressureStep.Slow => "slow",
        PressureStep.NoAdmission => "no-admission",
        PressureStep.Shed => "shed",
        PressureStep.IdleBrowsers => "idle-browsers",
        _ => "paused",
    };
}
