using Trawl.Api.Captures;
using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Recording.Checking;
using Trawl.Recording.Packing;
using Trawl.Recording.Reading;
using Trawl.Storage.Durability;
using Trawl.Warc.Packages;

namespace Trawl.Hosting.Captures;

/// <summary>Shows, checks and packs what a run has recorded.</summary>
/// <param name="run">The run.</param>
/// <param name="folder">Its folder.</param>
/// <param name="software">The program's name and version, for packages.</param>
/// <param name="onProgress">Told how much is done.</param>
internal sealed class CaptureShelf(RunSummary run, string folder, string software, Action<double> onProgress)
{
    private long _done, _total;

    public CaptureDetails Show(bool verify, CancellationToken cancellationToken)
    {
        using var capture = RunCapture.Open(folder);
        var totals = capture.Totals().ToDictionary(t => t.File);
        var files = capture.Files();
        return new CaptureDetails
        {
            RunId = run.RunId,
            Files =
            [
                .. files.Select(f => new CaptureFileInfo(
                    capture.PathOf(f.Number),
                    f.Length,
                    totals.GetValueOrDefault(f.Number)?.Exchanges ?? 0,
                    totals.GetValueOrDefault(f.Number)?.Revisits ?? 0)),
            ],
            Bytes = files.Sum(f => f.Length),
            Exchanges = totals.Values.Sum(t => t.Exchanges),
            Answers = totals.Values.Sum(t => t.Answers),
            Revisits = totals.Values.Sum(t => t.Revisits),
            Failures = totals.Values.Sum(t => t.Failures),
            Verdict = verify ? Verify(capture, cancellationToken) : null,
        };
    }

    public ApiResult<PackCaptureResponse> Pack(string path, CancellationToken cancellationToken)
    {
        using var capture = RunCapture.Open(folder);
        var files = capture.Files();
        if (files.Count == 0)
        {
            return new ApiError(
                ApiErrorKind.InvalidRequest,
                $"The run \"{run.RunId}\" has recorded nothing.",
                "Record with \"capture: full\" in the pipeline, and run it again.");
        }

        Begin(files.Sum(f => f.Length) * 2);
        try
        {
            return Write(new CapturePackage(capture, PageTitles.Of), path, files.Count, cancellationToken);
        }
        catch (CaptureDamagedException damage)
        {
            return new ApiError(
                ApiErrorKind.InvalidRequest,
                damage.Message,
                $"\"trawl capture {run.RunId} --verify\" lists all that is damaged.");
        }
    }

    private ApiResult<PackCaptureResponse> Write(CapturePackage package, string path, int files, CancellationToken cancellationToken)
    {
        var part = path + ".part";
        long bytes;
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 17, FileOptions.None))
        {
            package.Write(file, Description(), Advance, cancellationToken);
            DurableFile.Flush(file);
            bytes = file.Length;
        }

        File.Move(part, path, overwrite: true);
        DurableFolder.Flush(Path.GetDirectoryName(path)!);
        return new PackCaptureResponse(path, bytes, files, package.Pages);
    }

    // The run's own time: the same run gives the same package.
    private WaczDescription Description() => new()
    {
        Created = run.FinishedAt ?? run.AcceptedAt,
        Software = software,
        Title = $"{run.Pipeline} ({run.RunId})",
    };

    private CaptureVerdict Verify(RunCapture capture, CancellationToken cancellationToken)
    {
        Begin(capture.Files().Sum(f => f.Length) * 2);
        var found = CaptureCheck.Run(capture, Advance, cancellationToken);
        return new CaptureVerdict(
            found.Records.ToDictionary(r => r.Key.ToString().ToLowerInvariant(), r => r.Value),
            found.Exchanges,
            found.DefectCount,
            [.. found.Defects.Select(d => new CaptureDefectInfo(d.File, d.Offset, d.Message))]);
    }

    private void Begin(long total) => (_done, _total) = (0, total);

    private void Advance(long bytes)
    {
        _done += bytes;
        onProgress(_total == 0 ? 1 : (double)Math.Min(_done, _total) / _total);
    }
}
