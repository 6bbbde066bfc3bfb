using System.Diagnostics.CodeAnalysis;

namespace Trawl.Model.Ids;

/// <summary>Names a run: <c>pipeline-yyyymmdd-xxxxx</c>, lower case letters, digits and dashes, also its folder's name.</summary>
/// <param name="Value">1 to 80 characters of <c>[a-z0-9-]</c>, beginning with a letter or digit.</param>
public readonly record struct RunId(string Value)
{
    /// <summary>Reads a run id; false when the text could not be the name of a run (and so of a folder).</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RunId id)
    {
        id = default;
        if (text is not { Length: > 0 and <= 80 } || text[0] == '-')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
            {
                return false;
            }
        }

        id = new RunId(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
