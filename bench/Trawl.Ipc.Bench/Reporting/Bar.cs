namespace Trawl.Ipc.Bench.Reporting;

/// <summary>A goal with its figure.</summary>
/// <param name="What">What is compared, in words.</param>
/// <param name="Must">The least that is asked.</param>
/// <param name="Reach">What is reached for.</param>
/// <param name="IsCeiling">True when less is better.</param>
/// <param name="Found">The figure; not a number where it was not measured.</param>
/// <param name="Unit">Behind the number.</param>
internal sealed record Bar(string What, double Must, double Reach, bool IsCeiling, double Found, string Unit = "×")
{
    internal string Verdict => double.IsNaN(Found) ? "not measured" : Holds(Reach) ? "reached" : Holds(Must) ? "holds" : "**missed**";

    private bool Holds(double bound) => IsCeiling ? Found <= bound : Found >= bound;
}
