using System.CommandLine;
using System.CommandLine.Parsing;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;

namespace Trawl.Cli.Commands;

/// <summary>Arguments and options that several commands have; each gets its own instance.</summary>
internal static class CommonArguments
{
    public static Argument<string> Run() => new("RUN") { Description = "The run's id, or \"last\" for the newest run." };

    public static Argument<string> RecordedUrl() => new("URL") { Description = "A page that the run fetched, in any spelling." };

    public static Argument<string> Pipeline() => new("FILE") { Description = "The pipeline, a YAML file." };

    public static Option<Dictionary<string, string>> Set() => new("--set")
    {
        Description = "A value for ${name} in the pipeline; may be repeated.",
        HelpName = "name=value",
        CustomParser = ParseSet,
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public static Option<bool> Strict() => new("--strict")
    {
        Description = "Exit code 3 when requests failed or records were invalid, though the run completed.",
    };

    public static Option<int> Limit(int usual) => new("--limit")
    {
        Description = "How many to show at most, 1 to 1000.",
        HelpName = "number",
        DefaultValueFactory = _ => usual,
        Validators = { r => Check(r) },
    };

    /// <summary>Reads a pipeline's file.</summary>
    public static ApiResult<PipelineSource> Read(string file, Dictionary<string, string> set)
    {
        try
        {
            return new PipelineSource { Text = File.ReadAllText(file), Path = file, Set = set };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new ApiError(
                ApiErrorKind.InvalidRequest,
                $"The pipeline \"{file}\" cannot be read: {error.Message}",
                "Check the path, or write a first pipeline with \"trawl init URL\".");
        }
    }

    private static void Check(OptionResult result)
    {
        if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var number) || number is < 1 or > 1000))
        {
            result.AddError($"\"{result.Tokens[0].Value}\" cannot be the value of \"--limit\": give it a whole number from 1 to 1000.");
        }
    }

    private static Dictionary<string, string> ParseSet(ArgumentResult result)
    {
        var values = new Dictionary<string, string>();
        foreach (var token in result.Tokens)
        {
            var equals = token.Value.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                result.AddError($"\"{token.Value}\" cannot be the value of \"--set\": write it as name=value.");
                return values;
            }

            values[token.Value[..equals]] = token.Value[(equals + 1)..];
        }

        return values;
    }
}
