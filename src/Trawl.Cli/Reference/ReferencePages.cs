namespace Trawl.Cli.Reference;

/// <summary>Pages of docs/reference that come from this code.</summary>
internal static class ReferencePages
{
    public static IReadOnlyList<(string Name, string Text)> All => [("cli.md", CliPage.Write()), ("settings.md", SettingsPage.Write())];
}
