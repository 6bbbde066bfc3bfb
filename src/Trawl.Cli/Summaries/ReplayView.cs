using Trawl.Api.Replaying;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Summaries;

/// <summary>What came of a replay, for people.</summary>
internal sealed class ReplayView(CliSession session)
{
    public void Write(ReplayRunResponse replay)
    {
        var data = session.Data;
        if (replay.Divergence is not { } first)
        {
            data.WriteLine($"The same: {Amounts.Of(replay.Same, "event")}, {Amounts.Of(replay.Pages, "page")}"
                + (replay.Outputs.Count == 0 ? "." : $", {Amounts.Of(replay.Outputs.Count, "output")} byte for byte."));
            session.Talk.Say($"{Amounts.Count((long)(replay.Pages / Math.Max(replay.Seconds, 0.001)))} pages a second, without the network."
                + (replay.IsWhole ? "" : " The run has not reached its end; it was replayed as far as it went."));
            return;
        }

        data.WriteLine(replay.Verdict == ReplayVerdict.Incomplete
            ? $"The capture does not hold all that the run fetched; {Amounts.Of(replay.Same, "event")} were the same."
            : $"Differs at journal entry {Amounts.Count(first.Sequence)} of {Amounts.Count(replay.Entries)}.");
        data.WriteLine($"  expected  {SafeText.Line(first.Expected)}");
        data.WriteLine($"  got       {SafeText.Line(first.Got)}");
        data.WriteLine($"  place     {SafeText.Line(first.Place)}");
        foreach (var url in replay.Missing.Take(10))
        {
            data.WriteLine($"  missing   {SafeText.Line(url)}");
        }
    }
}
