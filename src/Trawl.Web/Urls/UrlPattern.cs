using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Trawl.Web.Urls;

/// <summary>
/// A pattern of URLs as a person writes it. Immutable; matching takes time linear in the URL and never throws.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>*</c> is any run of characters without <c>/</c>, <c>**</c> any run; all else, <c>?</c> too, is
/// itself.</item>
/// <item><c>/shop/**</c> is compared with path and query from the start to the end.</item>
/// <item><c>*.html</c> (a pattern that begins with a star) may begin after any slash of the path.</item>
/// <item><c>https://host/x/*</c> is compared with the whole URL without its fragment.</item>
/// <item><c>re:</c> and a regular expression is searched in path and query, or, when it begins with <c>^http</c>, in
/// the
/// URL without its fragment. No back references or look-around.</item>
/// </list>
/// Letter case counts. Text outside ASCII is compared as its percent escapes.
/// </remarks>
public sealed class UrlPattern
{
    private const string RegexPrefix = "re:";
    private const int MaxLength = 4096;

    private readonly Glob? _glob;
    private readonly Regex? _regex;
    private readonly bool _isOnHref;

    private UrlPattern(string text, Glob? glob, Regex? regex, bool isOnHref)
    {
        Text = text;
        _glob = glob;
        _regex = regex;
        _isOnHref = isOnHref;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>Compiles a pattern.</summary>
    /// <param name="text">At most 4,096 characters.</param>
    /// <param name="pattern">The pattern, or null when it is wrong.</param>
    /// <param name="error">What is wrong and where, or null.</param>
    /// <returns>False when the text is no pattern. Never throws.</returns>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out UrlPattern? pattern, [NotNullWhen(false)] out PatternError? error)
    {
        pattern = null;
        error = Check(text);
        if (error is not null) return false;
        bool isRegex = text!.StartsWith(RegexPrefix, StringComparison.Ordinal);
        pattern = isRegex ? TryRegex(text, out error) : OfGlob(text);
        return pattern is not null;
    }

    /// <summary>Whether the URL is one of those the pattern means.</summary>
    public bool IsMatch(WebUrl url)
    {
        var text = _isOnHref ? url.HrefWithoutFragmentSpan : url.PathAndQuerySpan;
        return _glob is not null ? _glob.IsMatch(text) : _regex!.IsMatch(text);
    }

    /// <summary><see cref="Text"/>.</summary>
    public override string ToString() => Text;

    private static PatternError? Check(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return new PatternError(0, "The pattern is empty: write \"/**\" for every URL.");
        if (text.Length > MaxLength)
            return new PatternError(MaxLength, $"The pattern is longer than {MaxLength} characters.");
        bool isKnown = text[0] is '/' or '*'
            || IsAbsolute(text) || text.StartsWith(RegexPrefix, StringComparison.Ordinal);
        return isKnown ? null : new PatternError(
            0,
            $"\"{text}\" begins with none of / * http:// https:// re: (for a path write \"/{text}\").");
    }

    private static bool IsAbsolute(string text) =>
        text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal);

    private static UrlPattern OfGlob(string text)
    {
        string tokens = GlobTokens.Of(text);
        if (text[0] == '*') tokens = GlobTokens.AnyRun + "/" + tokens;
        return new UrlPattern(text, new Glob(tokens), null, IsAbsolute(text));
    }

    private static UrlPattern? TryRegex(string text, out PatternError? error)
    {
        const RegexOptions options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        string expression = text[RegexPrefix.Length..];
        error = null;
        try
        {
            var regex = new Regex(expression, options);
            return new UrlPattern(text, null, regex, expression.StartsWith("^http", StringComparison.Ordinal));
        }
        catch (RegexParseException e)
        {
            error = new PatternError(
                RegexPrefix.Length + e.Offset, $"\"{expression}\" is no regular expression: {e.Error}.");
        }
        catch (NotSupportedException)
        {
            error = new PatternError(
                RegexPrefix.Length,
                $"\"{expression}\" looks around, back or repeats too much: such an expression can take for ever.");
        }

        return null;
    }
}
