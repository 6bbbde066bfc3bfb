using System.CommandLine;
using Trawl.Api.Captures;
using Trawl.Api.Serialization;
using Trawl.Cli.Progress;
using Trawl.Cli.Summaries;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands;

internal sealed class CaptureCommand : TrawlCommand
{
    private readonly Argument<string> _run = CommonArguments.Run();

    private readonly Option<bool> _verify = new("--verify")
    {
        Description = "Read every record, check its digests, and read every exchange back. Exit code 3 when something is wrong.",
    };

    private readonly Option<string?> _wacz = new("--wacz")
    {
        Description = "Pack it as one WACZ file, with an index and the pages, for replayweb.page. A file that exists is replaced.",
        HelpName = "file",
    };

    public CaptureCommand()
        : base(
            "capture",
            "Show what a run has recorded, check it, or pack it to be shown in a browser.",
            "trawl capture last",
            "trawl capture last --verify",
            "trawl capture last --wacz books.wacz")
    {
        Add(_run);
        Add(_verify);
        Add(_wacz);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!(await session.FindRunAsync(parsed.GetRequiredValue(_run))).TryGet(out var runId, out var unknown))
        {
            return session.Refuse(unknown);
        }

        return parsed.GetValue(_wacz) is { } file
            ? await PackAsync(session, runId, Path.GetFullPath(file))
            : await ShowAsync(session, runId, parsed.GetValue(_verify));
    }

    private static async Task<int> ShowAsync(CliSession session, string runId, bool verify)
    {
        var result = await ShareBar.RunAsync(session.Talk, "Checking", p => session.Client.ShowCaptureAsync(
            new CaptureRequest(runId, verify), p, CancellationToken.None));
        var code = session.Answer(result, ApiJson.Readable.CaptureDetails, new CaptureView(session).Write);
        return result.TryGet(out var details, out _) && details.Verdict is { DefectCount: > 0 } ? ExitCode.Incomplete : code;
    }

    private static async Task<int> PackAsync(CliSession session, string runId, string path)
    {
        var result = await ShareBar.RunAsync(session.Talk, "Packing", p => session.Client.PackCaptureAsync(
            new PackCaptureRequest(runId, path), p, CancellationToken.None));
        return session.Answer(result, ApiJson.Readable.PackCaptureResponse, packed =>
        {
            session.Data.WriteLine(packed.Path);
            session.Talk.Say($"{Amounts.Of(packed.Files, "WARC file")}, {Amounts.Of(packed.Pages, "page")}, {Amounts.Bytes(packed.Bytes)}. "
                + "Open it at https://replayweb.page (nothing is uploaded).");
        });
    }
}
