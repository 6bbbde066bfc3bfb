using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Trawl.Html.Selectors;

namespace Trawl.Html.Json;

/// <summary>A JSONPath query (RFC 9535), compiled once and usable from any number of threads.</summary>
public sealed class JsonPathSelector
{
    private readonly JsonQuery _query;
    private readonly IRegexpCache _regexps;

    private JsonPathSelector(string text, JsonQuery query, IRegexpCache regexps) =>
        (Text, _query, _regexps) = (text, query, regexps);

    /// <summary>The query as it was written.</summary>
    public string Text { get; }

    /// <summary>True when the query can select at most one node.</summary>
    public bool IsSingular => _query.IsSingular;

    /// <summary>Compiles a query. Nothing throws: a query that is not well-formed and well-typed gives the error.</summary>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out JsonPathSelector? selector,
        [NotNullWhen(false)] out SelectorError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new JsonPathParser(text);
        var query = parser.Parse();
        selector = query is null ? null : new JsonPathSelector(text, query, new IRegexpCache());
        error = query is null ? parser.Error : null;
        return selector is not null;
    }

    /// <summary>Adds the selected values in the RFC's order.</summary>
    /// <returns>False when the query was given up after 20 million visited nodes; what was found by then is added.</returns>
    public bool Select(JsonElement root, List<JsonElement> into)
    {
        var nodes = new List<JsonPathNode>();
        var complete = Run(root, keepPaths: false, nodes);
        foreach (var node in nodes) into.Add(node.Value);
        return complete;
    }

    /// <summary>Adds the selected values with the place of each; see <see cref="Select(JsonElement, List{JsonElement})"/>.</summary>
    /// <returns>False when the query was given up after 20 million visited nodes; what was found by then is added.</returns>
    public bool Select(JsonElement root, List<JsonPathMatch> into)
    {
        var nodes = new List<JsonPathNode>();
        var complete = Run(root, keepPaths: true, nodes);
        foreach (var node in nodes) into.Add(new JsonPathMatch(node.Value, node.Path));
        return complete;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private bool Run(JsonElement root, bool keepPaths, List<JsonPathNode> nodes)
    {
        var run = new JsonPathRun(root, keepPaths, _regexps);
        _query.Select(root, run, nodes);
        return !run.Exhausted;
    }
}
