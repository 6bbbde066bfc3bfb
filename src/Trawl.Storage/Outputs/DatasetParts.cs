namespace Trawl.Storage.Outputs;

/// <summary>What a file says of each record beside its fields.</summary>
internal static class DatasetParts
{
    /// <summary>Two names, of a word and of a text in JSON; none for plain records.</summary>
    internal static IReadOnlyList<string> Marks(this DatasetPart part) => part switch
    {
        DatasetPart.WithQuarantined => ["_status", "_problems"],
        DatasetPart.Changes => ["_change", "_before"],
        _ => [],
    };

    /// <summary>The second one where there is nothing to say, in JSON.</summary>
    internal static string Nothing(this DatasetPart part) => part == DatasetPart.Changes ? "null" : "[]";
}
