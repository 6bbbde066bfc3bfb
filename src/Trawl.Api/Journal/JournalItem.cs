using System.Text.Json;
using Trawl.Model.Journal;

namespace Trawl.Api.Journal;

/// <summary>One event of a run.</summary>
/// <param name="Sequence">Its number, from 1, without gaps.</param>
/// <param name="At">When it was observed.</param>
/// <param name="Kind">What happened.</param>
/// <param name="RequestId">The request it is about; null for the run as a whole.</param>
/// <param name="Data">The particulars, a JSON object.</param>
public sealed record JournalItem(long Sequence, DateTimeOffset At, JournalKind Kind, long? RequestId, JsonElement Data);
