namespace Trawl.Storage.Reading;

/// <summary>The exchanges of one capture file in numbers.</summary>
/// <param name="File">The file's number.</param>
/// <param name="Exchanges">All of them.</param>
/// <param name="Answers">Those with an answer.</param>
/// <param name="Revisits">Answers whose body stands elsewhere in the capture.</param>
/// <param name="Failures">Those that went wrong, or were answered with a status of 400 and above.</param>
public sealed record ExchangeTotals(int File, long Exchanges, long Answers, long Revisits, long Failures);
