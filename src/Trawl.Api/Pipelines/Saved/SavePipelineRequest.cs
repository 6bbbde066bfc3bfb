namespace Trawl.Api.Pipelines.Saved;

/// <summary>Saves a pipeline, as a new version unless its text is that of the current one.</summary>
public sealed record SavePipelineRequest
{
    /// <summary>The longest text: 1 MiB of UTF-8.</summary>
    public const int LongestText = 1 << 20;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The YAML text. One with errors is kept too; it cannot be run.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The version that the author changed, 0 for a pipeline that is new. When it is not the current one, somebody else
    /// saved in between, and nothing is saved: <see cref="Errors.ApiErrorKind.Conflict"/>.
    /// </summary>
    public required int Expected { get; init; }

    /// <summary>What the author says of it, up to 500 characters; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Who saves; a server puts in who called.</summary>
    public string? Author { get; init; }

    /// <summary>Whether its runs may reach public addresses alone; a server sets it for callers who may not administer it.</summary>
    public bool PublicOnly { get; init; }
}
