using System.CommandLine;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines.Saved;
using Trawl.Api.Serialization;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands.Pipelines;

internal sealed class PipelineSaveCommand : TrawlCommand
{
    private readonly Argument<string> _file = CommonArguments.Pipeline();
    private readonly Option<string?> _name = new("--name") { Description = "Its name. Default: that of the file.", HelpName = "name" };
    private readonly Option<string?> _note = new("--note") { Description = "What changed, for those who come later.", HelpName = "text" };
    private readonly Option<int?> _expect = new("--expect")
    {
        Description = "The version you changed, 0 for none: when another is current by now, nothing is saved. Default: the current one.",
        HelpName = "version",
    };

    public PipelineSaveCommand()
        : base(
            "save",
            "Keep a pipeline in the home, as a new version unless nothing changed.",
            "trawl pipeline save shop.yaml",
            "trawl pipeline save shop.yaml --expect 3")
    {
        Add(_file);
        Add(_name);
        Add(_note);
        Add(_expect);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var file = parsed.GetRequiredValue(_file);
        if (!CommonArguments.Read(file, []).TryGet(out var source, out var unread))
        {
            return session.Refuse(unread);
        }

        var name = parsed.GetValue(_name) ?? Path.GetFileNameWithoutExtension(file);
        var expected = parsed.GetValue(_expect);
        if (expected is null)
        {
            var current = await session.Client.ReadPipelineAsync(new ReadPipelineRequest(name), CancellationToken.None);
            if (!current.TryGet(out var text, out var error) && error.Kind != ApiErrorKind.NotFound)
            {
                return session.Refuse(error);
            }

            expected = current.Error is null ? text!.Version.Version : 0;
        }

        var saved = await session.Client.SavePipelineAsync(
            new SavePipelineRequest { Name = name, Text = source.Text, Note = parsed.GetValue(_note), Expected = expected.Value }, CancellationToken.None);
        return session.Answer(saved, ApiJson.Readable.SavePipelineResponse, r => Show(session, r));
    }

    private static void Show(CliSession session, SavePipelineResponse response)
    {
        if (response.Diagnostics.Count > 0)
        {
            ErrorView.Write(session.Talk, response.Diagnostics);
        }

        var (name, current) = response.Pipeline;
        session.Talk.Say(FormattableString.Invariant(response.Created
            ? (FormattableString)$"{name} is saved as version {current.Version}."
            : $"{name} is as it was: version {current.Version}."));
    }
}
