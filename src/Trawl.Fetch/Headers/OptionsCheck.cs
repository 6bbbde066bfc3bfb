using Trawl.Fetch.Http;

namespace Trawl.Fetch.Headers;

internal static class OptionsCheck
{
    public static IReadOnlyList<string> Run(FetcherOptions options)
    {
        var problems = new List<string>();
        foreach (var header in options.Headers)
        {
            Add(problems, HeaderSyntax.Problem(header.Name, header.Value));
        }

        Add(problems, ValueProblem("fetch.userAgent", options.Plan.UserAgent));
        Add(problems, ValueProblem("fetch.contact", options.Plan.Contact));
        if (!Path.IsPathFullyQualified(options.TempFolder))
        {
            problems.Add($"temporary folder \"{options.TempFolder}\": must be an absolute path");
        }

        return problems;
    }

    private static string? ValueProblem(string setting, string? value) =>
        value is null || HeaderSyntax.IsValue(value)
            ? null
            : $"{setting} \"{HeaderSyntax.Shown(value)}\": {HeaderSyntax.ValueRule}";

    private static void Add(List<string> problems, string? problem)
    {
        if (problem is not null) problems.Add(problem);
    }
}
