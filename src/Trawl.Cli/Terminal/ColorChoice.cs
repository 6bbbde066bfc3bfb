namespace Trawl.Cli.Terminal;

/// <summary>Whether to colour.</summary>
internal static class ColorChoice
{
    private static readonly bool s_isDumb = Environment.GetEnvironmentVariable("TERM") is "dumb";
    private static readonly bool s_isRefused = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };

    /// <summary>NO_COLOR also asks for plain lines: who sets it mostly keeps the output.</summary>
    public static bool CanMoveCursor => !s_isDumb && !s_isRefused;

    public static bool Decide(string setting, bool isTerminal) => setting switch
    {
        "always" => true,
        "never" => false,
        _ => isTerminal && CanMoveCursor,
    };
}
