using System.Text;

namespace Trawl.Pipelines.Starter;

/// <summary>YAML lines with comments beside them. Nothing from a page can leave its comment or its quotes.</summary>
internal sealed class StarterText
{
    private const int CommentColumn = 60;
    private const int MaxComment = 100;

    private readonly StringBuilder _text = new();

    public void Line(string yaml, string? comment = null)
    {
        _text.Append(yaml);
        if (comment is not null)
            _text.Append(' ', Math.Max(2, CommentColumn - yaml.Length)).Append("# ").Append(Clean(comment));
        _text.Append('\n');
    }

    public void Comment(string comment, string indent = "") =>
        _text.Append(indent).Append("# ").Append(Clean(comment)).Append('\n');

    public override string ToString() => _text.ToString();

    /// <summary>A value for a line of its own.</summary>
    public static string Quote(string value) => IsPlain(value, "") ? value : Single(value);

    /// <summary>A value inside <c>{ }</c> or <c>[ ]</c>.</summary>
    public static string QuoteFlow(string value) => IsPlain(value, ",[]{}") ? value : Single(value);

    private static string Single(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static bool IsPlain(string value, string alsoSpecial) =>
        value.Length > 0 && (char.IsAsciiLetter(value[0]) || value[0] == '.') && !char.IsWhiteSpace(value[^1])
        && value.All(c => (char.IsAsciiLetterOrDigit(c) || " .-_/>()=?&%,+~:".Contains(c)) && !alsoSpecial.Contains(c))
        && !value.Contains(": ", StringComparison.Ordinal) && !value.EndsWith(':')
            && value is not ("true" or "false" or "null");

    private static string Clean(string comment)
    {
        string oneLine = string.Concat(comment.Select(c => MayStand(c) ? c : ' '));
        return oneLine.Length <= MaxComment ? oneLine : string.Concat(oneLine.AsSpan(0, MaxComment - 3), "...");
    }

    /// <summary>Not what ends a line, nor what YAML forbids even in a comment.</summary>
    private static bool MayStand(char c) =>
        !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF');
}
