namespace Trawl.Sdk.Wire;

/// <summary>What became of one record. The reader of JSON sets what is absent to null: absent lists are empty ones.</summary>
internal sealed record ItemMeta
{
    /// <summary>Index of the blob that holds the record now, from 1; 0 leaves it as it was.</summary>
    public int Blob { get; init; }

    /// <summary>Why the record is dropped; null keeps it.</summary>
    public string? Drop { get; init; }

    /// <summary>Why the plugin could not process the record; null when it could.</summary>
    public string? Fault { get; init; }

    /// <summary>What is wrong with the record.</summary>
    public ProblemMeta[] Problems { get; init => field = value ?? []; } = [];
}
