namespace Trawl.Warc.Writing;

/// <summary>
/// The record whose content was seen again. The standard recommends these fields (ISO 28500:2017 §6.7.2, §6.7.3); here all
/// are required, because without them nobody finds the content.
/// </summary>
/// <param name="RecordId">Its id, with angle brackets (§5.11).</param>
/// <param name="TargetUri">Its target URI (§5.12).</param>
/// <param name="Date">Its date, exactly (§5.13).</param>
public sealed record RevisitOf(string RecordId, string TargetUri, DateTimeOffset Date);
