namespace Trawl.Api.Replaying;

/// <summary>What became of the records of a type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Before">Records in the run.</param>
/// <param name="After">Records with the changed pipeline.</param>
/// <param name="Added">Keys that are new.</param>
/// <param name="Removed">Keys that are gone.</param>
/// <param name="Changed">Keys with other values.</param>
/// <param name="Fields">Its fields, in the order in which they come.</param>
public sealed record TypeDiff(
    string Type, long Before, long After, long Added, long Removed, long Changed, IReadOnlyList<FieldFill> Fields);
