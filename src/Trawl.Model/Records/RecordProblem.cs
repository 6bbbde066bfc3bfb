namespace Trawl.Model.Records;

/// <summary>One rule that a record breaks.</summary>
/// <param name="Field">The field, with dots for nested ones.</param>
/// <param name="Rule">
/// The rule's name: <c>required</c>, <c>type</c>, <c>min</c>, <c>max</c>, <c>minLength</c>, <c>maxLength</c>,
/// <c>pattern</c>, <c>oneOf</c>, <c>unique</c>; or <c>plugin:</c> and the plugin's name
/// in the pipeline, with what the plugin called its rule behind a second colon.
/// </param>
/// <param name="Message">What was found and what was expected.</param>
public sealed record RecordProblem(string Field, string Rule, string Message);
