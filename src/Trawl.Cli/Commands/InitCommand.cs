using System.CommandLine;
using Trawl.Api.Errors;
using Trawl.Hosting.Starting;

namespace Trawl.Cli.Commands;

internal sealed class InitCommand : TrawlCommand
{
    private readonly Argument<string> _url = new("URL") { Description = "A page of the site: a listing, or one of the things to collect." };
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write to this file instead of stdout.",
        HelpName = "file",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Replace the file when it exists." };

    public InitCommand()
        : base(
            "init",
            "Look at a page and write a first pipeline for it, with comments.",
            "trawl init https://books.example/ --output books.yaml")
    {
        Add(_url);
        Add(_output);
        Add(_force);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var file = parsed.GetValue(_output);
        if (file is not null && File.Exists(file) && !parsed.GetValue(_force))
        {
            return session.Refuse(new ApiError(
                ApiErrorKind.InvalidRequest, $"\"{file}\" exists already.", "Choose another name, or give --force to replace it."));
        }

        var result = await new StarterPage(session.Settings.Settings, session.Clock)
            .WriteAsync(parsed.GetRequiredValue(_url), CancellationToken.None);
        return result.TryGet(out var starter, out var error) ? await ShowAsync(session, starter, file) : session.Refuse(error);
    }

    private static async Task<int> ShowAsync(CliSession session, StarterPipeline starter, string? file)
    {
        if (file is not null)
        {
            try
            {
                await File.WriteAllTextAsync(file, starter.Text);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return session.Refuse(new ApiError(ApiErrorKind.StoreFailed, $"\"{file}\" cannot be written: {error.Message}"));
            }
        }

        if (session.IsJson)
        {
            session.Data.WriteJson(new InitDocument(starter.Url, file, starter.Text), CliJson.Readable.InitDocument);
        }
        else if (file is null)
        {
            session.Data.WriteLine(starter.Text.TrimEnd('\n'));
        }

        if (file is not null)
        {
            session.Talk.Say($"Wrote {file}. Next:");
            session.Talk.Say($"  {session.Suggest("validate", file)}");
            session.Talk.Say($"  {session.Suggest("run", file)}");
        }

        return ExitCode.Ok;
    }
}
