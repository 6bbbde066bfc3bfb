using Trawl.Cli.Terminal;
using Trawl.Model.Changes;

namespace Trawl.Cli.Summaries;

/// <summary>What changed since the run before, as lines of text.</summary>
internal static class ChangeLines
{
    public static IEnumerable<string> Of(ChangeReport changes)
    {
        if (changes.Note is { } note)
        {
            yield return SafeText.Line(note);
            yield break;
        }

        yield return $"Since {changes.Since}: {Pages(changes)}";
        foreach (var (type, of) in changes.Records)
        {
            yield return $"  {type}: {Words(of)}";
        }
    }

    private static string Pages(ChangeReport changes) => $"pages {Words(changes.Pages)}; "
        + $"{Amounts.Count(changes.NotModified)} not sent again (304), {Amounts.Bytes(changes.SavedBytes)} saved";

    private static string Words(ChangeCounts of) =>
        $"{Amounts.Count(of.New)} new, {Amounts.Count(of.Changed)} changed, {Amounts.Count(of.Unchanged)} unchanged, {Amounts.Count(of.Gone)} gone";
}
