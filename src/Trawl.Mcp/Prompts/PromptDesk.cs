using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Trawl.Api.Runs;

namespace Trawl.Mcp.Prompts;

/// <summary>Ways of working that a user can ask an assistant for by name.</summary>
internal sealed class PromptDesk(McpDoorOptions door)
{
    private const int MostCompletions = 100;

    public static IList<Prompt> All { get; } =
    [
        Of(
            "author_pipeline", "Write a pipeline for a site", "From a page to a tried pipeline.",
            ("url", "A page of the site.", true), ("goal", "What to collect.", true)),
        Of(
            "debug_failed_run", "Find out what went wrong with a run", "Cause, proof and remedy.",
            ("run", "The run's id, or \"last\".", true)),
        Of(
            "review_pipeline", "Review a pipeline", "Correctness, politeness, robustness.",
            ("run", "A run of it, whose pages to test it on.", true), ("text", "The pipeline, YAML.", true)),
    ];

    public static GetPromptResult Get(GetPromptRequestParams request)
    {
        var prompt = All.FirstOrDefault(p => p.Name == request.Name)
            ?? throw new McpProtocolException($"There is no prompt \"{request.Name}\"; prompts/list names them.", McpErrorCode.InvalidParams);
        var missing = prompt.Arguments!.FirstOrDefault(a => a.Required == true && Value(request, a.Name).Length == 0);
        return missing is not null
            ? throw new McpProtocolException($"The prompt \"{prompt.Name}\" needs \"{missing.Name}\": {missing.Description}", McpErrorCode.InvalidParams)
            : new GetPromptResult
            {
                Description = prompt.Description,
                Messages = [new PromptMessage { Role = Role.User, Content = new TextContentBlock { Text = Text(request) } }],
            };
    }

    /// <summary>Ids of runs, newest first, wherever a run is asked for.</summary>
    public async ValueTask<CompleteResult> CompleteAsync(CompleteRequestParams request, CancellationToken cancel)
    {
        if (request.Argument.Name != "run" || !(await door.Client.ListRunsAsync(new ListRunsRequest(Limit: 1_000), cancel)).TryGet(out var runs, out _))
        {
            return new CompleteResult();
        }

        string[] ids = [.. runs.Runs.Select(r => r.RunId).Prepend("last").Where(id => id.StartsWith(request.Argument.Value, StringComparison.Ordinal))];
        return new CompleteResult
        {
            Completion = new Completion { Values = [.. ids.Take(MostCompletions)], Total = ids.Length, HasMore = ids.Length > MostCompletions },
        };
    }

    private static string Text(GetPromptRequestParams request) => request.Name switch
    {
        "author_pipeline" => $"""
            Write a Trawl pipeline that collects this from {Value(request, "url")}: {Value(request, "goal")}

            Read the reference ("pipeline", "page", "field"), capture the page and one detail page, test each selector on the recorded
            pages, validate, run it with maxPages 20, and look with describe_records whether every field is filled. Mend what is not.
            Leave politeness at its defaults. Then show me the pipeline and three records, and ask before you start the whole run.
            """,
        "debug_failed_run" => $"""
            Find out what went wrong with the Trawl run {Value(request, "run")}.

            Begin with inspect_failure, then look at one example with explain_url, explain_record or read_page, and prove the cause
            with test_selector or replay_run on what was recorded. Tell me cause, proof and remedy in a few lines; change nothing without asking.
            """,
        _ => $"""
            Review this Trawl pipeline. Validate it, and try it with replay_run on the recorded pages of run {Value(request, "run")}.
            Say what is wrong, what will break when the site changes a little, and what is impolite; for each the line and a better one.

            ```yaml
            {Value(request, "text")}
            ```
            """,
    };

    private static string Value(GetPromptRequestParams request, string name) =>
        request.Arguments?.TryGetValue(name, out var value) == true ? value.ToString() : "";

    private static Prompt Of(string name, string title, string description, params (string Name, string Description, bool Required)[] arguments) => new()
    {
        Name = name,
        Title = title,
        Description = description,
        Arguments = [.. arguments.Select(a => new PromptArgument { Name = a.Name, Description = a.Description, Required = a.Required })],
    };
}
