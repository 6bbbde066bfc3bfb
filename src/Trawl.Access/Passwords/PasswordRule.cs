namespace Trawl.Access.Passwords;

/// <summary>
/// What a password must be: long, not the user's name, not one of the commonest. No rules on kinds of characters
/// (NIST SP 800-63B §5.1.1.2 advises against them).
/// </summary>
public static class PasswordRule
{
    /// <summary>Characters at least.</summary>
    public const int Least = 12;

    /// <summary>Characters at most, so that hashing cannot be made to take long.</summary>
    public const int Most = 256;

    private static readonly HashSet<string> s_common = new(StringComparer.OrdinalIgnoreCase)
    {
        "123456789012", "1234567890123", "12345678901234", "123123123123", "111111111111", "000000000000",
        "passwordpassword", "password1234", "password12345", "password123456", "qwertyuiop12", "qwertyuiop123",
        "qwerty123456", "1q2w3e4r5t6y", "1qaz2wsx3edc", "adminadminadmin", "administrator", "letmeinletmein",
        "iloveyou1234", "welcome12345", "changemechangeme", "correcthorsebatterystaple",
    };

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? Check(string userName, string password) =>
        password.Length < Least ? $"A password has at least {Least} characters; this one has {password.Length}."
        : password.Length > Most ? $"A password has at most {Most} characters; this one has {password.Length}."
        : password.Contains(userName, StringComparison.OrdinalIgnoreCase) ? "A password does not contain the user's name."
        : s_common.Contains(password) || password.Distinct().Count() < 4 ? "This password is one of the first anybody tries."
        : null;
}
