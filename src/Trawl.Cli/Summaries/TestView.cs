using System.Text.Json;
using Trawl.Api.Fixtures;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Summaries;

/// <summary>What <c>trawl test</c> prints.</summary>
internal sealed class TestView(DataOut data)
{
    private const int Shown = 20;
    private const int LongestValue = 100;

    public void Write(TestPipelineResponse tested)
    {
        foreach (var test in tested.Cases)
        {
            Write(test);
        }

        var bad = tested.Cases.Count(c => c.Outcome is TestOutcome.Failed or TestOutcome.Broken);
        var updated = tested.Cases.Count(c => c.Outcome == TestOutcome.Updated);
        var words = $"{Amounts.Of(tested.Cases.Count, "test case")}, {Amounts.Count(bad)} failed"
            + (updated > 0 ? $", {Amounts.Count(updated)} updated" : "");
        data.WriteLine($"{(bad > 0 ? data.Style.Red(words) : data.Style.Green(words))} in {Amounts.Duration(tested.Seconds)}");
    }

    private void Write(TestedCase test)
    {
        var outcome = test.Outcome.ToString().ToLowerInvariant();
        var word = test.Outcome switch
        {
            TestOutcome.Passed => data.Style.Green(outcome),
            TestOutcome.Updated => data.Style.Yellow(outcome),
            _ => data.Style.Red(outcome),
        };
        data.WriteLine($"{word}  {test.Name}  {data.Style.Dim(SafeText.Line(test.Url))}");
        if (test.Error is { } error)
        {
            data.WriteLine($"  {SafeText.Line(error)}");
        }

        foreach (var difference in test.Differences.Take(Shown))
        {
            data.WriteLine($"  {data.Style.Bold(SafeText.Line(difference.Place))}");
            data.WriteLine($"    {data.Style.Red("expected")} {Value(difference.Expected)}");
            data.WriteLine($"    {data.Style.Green("got     ")} {Value(difference.Actual)}");
        }

        if (test.Differences.Count > Shown)
        {
            data.WriteLine($"  and {Amounts.Of(test.Differences.Count - Shown, "more difference")}");
        }
    }

    private static string Value(JsonElement? value) =>
        value is { } there ? SafeText.Cut(SafeText.Line(there.GetRawText()), LongestValue) : "nothing";
}
