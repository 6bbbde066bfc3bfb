using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trawl.Engine.Seams.Pages;
using Trawl.Model.Records;

namespace Trawl.Hosting.Fixtures;

/// <summary>What a pipeline gives for a page, as JSON that a person can read and change.</summary>
internal static class Expectation
{
    private static readonly JsonSerializerOptions _readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions _line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// <c>rules</c>, <c>records</c> by type, <c>links</c> in document order without repetition; records that break a rule
    /// say which.
    /// </summary>
    public static JsonObject Of(PageOutcome outcome)
    {
        var records = new JsonObject();
        foreach (var type in outcome.Records.GroupBy(r => r.Type))
        {
            records[type.Key] = new JsonArray([.. type.Select(Record)]);
        }

        var expectation = new JsonObject
        {
            ["rules"] = new JsonArray([.. outcome.Rules.Select(r => (JsonNode)r)]),
            ["records"] = records,
            ["links"] = new JsonArray([.. outcome.Links.Select(l => l.Url.Href).Distinct().Select(l => (JsonNode)l)]),
        };
        if (outcome.Error is { } error)
        {
            expectation["error"] = error.Message;
        }

        return expectation;
    }

    public static string Write(JsonObject expectation) => expectation.ToJsonString(_readable) + "\n";

    /// <summary>A part of it in one line, letters as themselves.</summary>
    public static string Line(JsonNode node) => node.ToJsonString(_line);

    /// <summary>The record itself; one that breaks rules has them beside it.</summary>
    private static JsonNode Record(Engine.Seams.Store.NewRecord record)
    {
        var data = JsonNode.Parse(record.Payload.Span)!;
        if (record.Status == RecordStatus.Kept)
        {
            return data;
        }

        var problems = record.Problems is { } text ? JsonNode.Parse(text) : new JsonArray();
        return new JsonObject { ["invalid"] = problems, ["data"] = data };
    }
}
