using System.Text;

namespace Trawl.Samples.Tests.Documents;

/// <summary>The difference of two short texts, line by line, by their longest common subsequence.</summary>
internal static class LineDiff
{
    /// <summary>Lines to take out begin with <c>-</c>, lines to put in with <c>+</c>.</summary>
    public static string Of(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var common = Common(old, now);
        var diff = new StringBuilder();
        for (int i = 0, j = 0; i < old.Count || j < now.Count;)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                diff.Append("  ").AppendLine(old[i++]);
                j++;
            }
            else if (j == now.Count || (i < old.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                diff.Append("- ").AppendLine(old[i++]);
            }
            else
            {
                diff.Append("+ ").AppendLine(now[j++]);
            }
        }

        return diff.ToString();
    }

    private static int[,] Common(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
