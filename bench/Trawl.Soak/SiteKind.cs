namespace Trawl.Soak;

/// <summary>What a run of the soak crawls.</summary>
internal enum SiteKind
{
    Friendly,
    Hostile,
    Scripted,
}
