namespace Trawl.Engine.Hosts;

/// <summary>The product token that groups in robots.txt are matched with (RFC 9309 §2.2.1).</summary>
public static class RobotsToken
{
    /// <summary>Trawl's own token.</summary>
    public const string Own = "Trawl";

    /// <summary>The leading letters, <c>_</c> and <c>-</c> of a user agent of the plan's own; Trawl's where there is none.</summary>
    public static string Of(string? userAgent)
    {
        var length = 0;
        while (userAgent is not null && length < userAgent.Length && (char.IsAsciiLetter(userAgent[length]) || userAgent[length] is '_' or '-'))
        {
            length++;
        }

        return length == 0 ? Own : userAgent![..length];
    }
}
