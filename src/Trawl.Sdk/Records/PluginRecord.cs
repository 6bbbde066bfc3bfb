using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Trawl.Sdk.Pages;
using Trawl.Sdk.Wire;

namespace Trawl.Sdk.Records;

/// <summary>A record on its way through a plugin.</summary>
public sealed class PluginRecord
{
    private readonly List<ProblemMeta> _problems = [];

    /// <summary>Makes a record; the engine does it, and tests may.</summary>
    /// <param name="type">Its type's name in the pipeline.</param>
    /// <param name="fields">Its fields, in the order of the pipeline.</param>
    /// <param name="pageUrl">Where its page was fetched from.</param>
    /// <param name="fetchedAt">When its page was fetched.</param>
    public PluginRecord(string type, JsonObject fields, string pageUrl = "", DateTimeOffset fetchedAt = default) =>
        (Type, Fields, PageUrl, FetchedAt) = (type, fields, pageUrl, fetchedAt);

    /// <summary>Its type's name in the pipeline.</summary>
    public string Type { get; }

    /// <summary>Its fields. Numbers keep the digits they were written with.</summary>
    public JsonObject Fields { get; }

    /// <summary>Where its page was fetched from.</summary>
    public string PageUrl { get; }

    /// <summary>When its page was fetched. The only clock a plugin should look at: a replay gives the same.</summary>
    public DateTimeOffset FetchedAt { get; }

    /// <summary>A field; null when it is missing or null.</summary>
    [SuppressMessage("Design", "CA1043", Justification = "Fields have names.")]
    public JsonNode? this[string field]
    {
        get => Fields[field];
        set => Fields[field] = value;
    }

    /// <summary>Why the record is dropped; null keeps it.</summary>
    public string? Dropped { get; private set; }

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<string> Problems => [.. _problems.Select(problem => $"{problem.Field}: {problem.Message}")];

    internal IReadOnlyList<ProblemMeta> Found => _problems;

    /// <summary>A field that is a text; null when it is missing or something else.</summary>
    public string? Text(string field) => Fields[field] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A field that is a number; null when it is missing or something else.</summary>
    public decimal? Number(string field) => Fields[field] is JsonValue value && value.TryGetValue(out decimal number) ? number : null;

    /// <summary>Leaves the record out of the dataset. Only a transform may.</summary>
    public void Drop(string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        Dropped = reason;
    }

    /// <summary>Says what is wrong: the pipeline's <c>onInvalid</c> decides what becomes of the record.</summary>
    /// <param name="field">The field, with dots for nested ones.</param>
    /// <param name="rule">A word for the rule that is broken.</param>
    /// <param name="message">What was found and what was expected.</param>
    public void AddProblem(string field, string rule, string message) => _problems.Add(new ProblemMeta(field, rule, message));
}
