using System.Globalization;
using System.Text;

namespace Trawl.Html.Json;

/// <summary>The last step on the way from the root to a node; the steps before it hang behind <see cref="Before"/>.</summary>
internal sealed record PathStep(PathStep? Before, string? Name, int Index)
{
    /// <summary>The normalised path (RFC 9535, section 2.7).</summary>
    public static string Render(PathStep? last)
    {
        var steps = new Stack<PathStep>();
        for (var step = last; step is not null; step = step.Before) steps.Push(step);
        var text = new StringBuilder("$");
        foreach (var step in steps)
        {
            if (step.Name is null) text.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            else AppendName(text.Append("['"), step.Name).Append("']");
        }
        return text.ToString();
    }

    private static StringBuilder AppendName(StringBuilder text, string name)
    {
        foreach (var c in name)
        {
            _ = c switch
            {
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                '\'' => text.Append("\\'"),
                '\\' => text.Append("\\\\"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
        return text;
    }
}
