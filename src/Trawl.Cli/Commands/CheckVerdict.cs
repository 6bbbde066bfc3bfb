namespace Trawl.Cli.Commands;

internal enum CheckVerdict
{
    Ok,

    /// <summary>Works, and the user should know.</summary>
    Warning,

    /// <summary>Runs would fail.</summary>
    Bad,
}
