namespace Trawl.Web.Urls;

/// <summary>Windows drive letters in file URLs (URL standard §4.1).</summary>
internal static class DriveLetter
{
    public static bool IsDriveLetter(ReadOnlySpan<char> text) =>
        text.Length == 2 && char.IsAsciiLetter(text[0]) && text[1] is (':' or '|');

    public static bool IsNormalized(char letter, char mark) => char.IsAsciiLetter(letter) && mark == ':';

    public static bool StartsWith(ReadOnlySpan<char> text) =>
        text.Length >= 2 && IsDriveLetter(text[..2]) && (text.Length == 2 || text[2] is '/' or '\\' or '?' or '#');
}
