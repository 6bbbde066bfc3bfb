namespace Trawl.Model.Drift;

/// <summary>One thing that got worse.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">
/// What it is about: <c>book.price</c> (a field), <c>book</c> (a record type), <c>pages.listing</c> (a rule),
/// <c>requests</c>.
/// </param>
/// <param name="Before">The measure in the earlier runs: a share from 0 to 1, a count, a middle length or value.</param>
/// <param name="Now">The measure in this run.</param>
/// <param name="Count">How many values, records, pages or requests of this run were looked at.</param>
/// <param name="Since">The id of the first run in which it was found, with no run without it since.</param>
/// <param name="Message">The finding in a sentence.</param>
public sealed record DriftFinding(
    DriftKind Kind,
    string Subject,
    double Before,
    double Now,
    long Count,
    string Since,
    string Message);
