using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <summary>"Normalize newlines" (Infra standard, 4.7), which the HTML standard does before tokenizing.</summary>
internal static class LineEnds
{
    /// <summary>Copies text with every CR LF and every lone CR as LF; answers the new length.</summary>
    /// <param name="text">The text as received.</param>
    /// <param name="first">The first carriage return.</param>
    /// <param name="target">At least as long as the text.</param>
    /// <param name="removed">Gets the target offset of each LF before which a CR is missing, in order.</param>
    /// <param name="count">Their number.</param>
    public static int Normalize(ReadOnlySpan<char> text, int first, Span<char> target, ref int[] removed, ref int count)
    {
        int at = 0;
        int length = 0;
        int next = first;
        while (next >= 0)
        {
            text.Slice(at, next).CopyTo(target[length..]);
            length += next;
            at += next + 1;
            if (at < text.Length && text[at] == '\n')
            {
                if (count == removed.Length) HtmlDocument.Grow(ref removed, count, Math.Max(256, count + 1));
                removed[count++] = length;
                at++;
            }

            target[length++] = '\n';
            next = text[at..].IndexOf('\r');
        }

        text[at..].CopyTo(target[length..]);
        return length + text.Length - at;
    }
}
