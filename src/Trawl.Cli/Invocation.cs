namespace Trawl.Cli;

/// <summary>How the user called us, so that the commands we suggest can be pasted.</summary>
internal static class Invocation
{
    /// <summary>The script beside the sources sets it to the way it was called.</summary>
    public const string Variable = "TRAWL_INVOKED_AS";

    public static string Name { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? name : "trawl";

    /// <summary>An argument as a shell takes it.</summary>
    public static string Quote(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=@%+,~".Contains(c, StringComparison.Ordinal))
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
