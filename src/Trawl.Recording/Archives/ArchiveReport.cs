using System.Text.Json.Serialization;

namespace Trawl.Recording.Archives;

/// <summary>What the indexing of archives found; stored beside the index, and by that the word that the index is whole.</summary>
public sealed record ArchiveReport
{
    /// <summary>The WARC files that entries of the index name by their number.</summary>
    public required IReadOnlyList<ArchiveMember> Members { get; init; }

    /// <summary>Records of all types.</summary>
    public required long Records { get; init; }

    /// <summary>Answers that can be given.</summary>
    public required long Answers { get; init; }

    /// <summary>Pages in scope.</summary>
    public required long Pages { get; init; }

    /// <summary>Defects of the archives.</summary>
    public required long DefectCount { get; init; }

    /// <summary>The first of them, at most 20: file, offset, what is wrong.</summary>
    public required IReadOnlyList<string> Defects { get; init; }
}

/// <summary>The stored form.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ArchiveReport))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
