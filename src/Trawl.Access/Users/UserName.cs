namespace Trawl.Access.Users;

/// <summary>The rule for users' names: the same in paths, logs and JSON, and no two that look alike.</summary>
public static class UserName
{
    /// <summary>The rule in words.</summary>
    public const string Rule = "3 to 64 lower-case letters, digits, dots, underscores or dashes, beginning with a letter";

    /// <summary>Whether the text is a name.</summary>
    public static bool IsValid(string name) =>
        name.Length is >= 3 and <= 64
        && char.IsAsciiLetterLower(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-');
}
