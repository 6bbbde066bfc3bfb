using System.Text.Json;
using Trawl.Model.Records;

namespace Trawl.Api.Records;

/// <summary>One record.</summary>
/// <param name="Id">Its number in the run.</param>
/// <param name="Type">Its record type.</param>
/// <param name="Url">The page it came from.</param>
/// <param name="Data">Its fields, a JSON object.</param>
/// <param name="Problems">The rules it breaks; empty for a valid one.</param>
public sealed record RecordInfo(
    long Id,
    string Type,
    string Url,
    JsonElement Data,
    IReadOnlyList<RecordProblem> Problems);
