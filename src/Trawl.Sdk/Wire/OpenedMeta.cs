namespace Trawl.Sdk.Wire;

/// <summary>Who the worker is.</summary>
internal sealed record OpenedMeta
{
    public int Contract { get; init; }

    /// <summary>Kinds it does, by the names of the manifest.</summary>
    public string[] Kinds { get; init => field = value ?? []; } = [];
}
