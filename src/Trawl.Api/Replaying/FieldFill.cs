namespace Trawl.Api.Replaying;

/// <summary>A field over all records of a type.</summary>
/// <param name="Name">The field.</param>
/// <param name="Changed">Records in both in which its value differs.</param>
/// <param name="FilledBefore">Records of the run in which it has a value, 0 to 1.</param>
/// <param name="FilledAfter">The same with the changed pipeline.</param>
public sealed record FieldFill(string Name, long Changed, double FilledBefore, double FilledAfter);
