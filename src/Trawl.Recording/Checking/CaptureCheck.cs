using System.Globalization;
using Trawl.Engine.Seams.Store;
using Trawl.Recording.Reading;
using Trawl.Warc;
using Trawl.Warc.Reading;

namespace Trawl.Recording.Checking;

/// <summary>
/// Holds a capture against itself: every record of every file, its digests, no byte between them; and every exchange of
/// the run's index, read back as a replay reads it.
/// </summary>
public static class CaptureCheck
{
    /// <param name="capture">The capture.</param>
    /// <param name="onRead">Told how many bytes of files and exchanges were read since the last call.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static CaptureFindings Run(RunCapture capture, Action<long> onRead, CancellationToken cancellationToken)
    {
        var findings = new CaptureFindings();
        foreach (var file in capture.Files())
        {
            CheckFile(capture.PathOf(file.Number), file.Length, findings, onRead, cancellationToken);
        }

        foreach (var row in capture.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            CheckExchange(capture, row, findings);
            onRead(row.Length);
        }

        return findings;
    }

    private static void CheckFile(
        string path, long length, CaptureFindings findings, Action<long> onRead, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) || new FileInfo(path).Length < length)
        {
            var there = File.Exists(path) ? new FileInfo(path).Length : 0;
            findings.Add(new CaptureDefect(path, there, string.Create(
                CultureInfo.InvariantCulture, $"The file ends here; {length} bytes are committed.")));
        }

        if (!File.Exists(path))
        {
            return;
        }

        var options = new WarcReaderOptions
        {
            OnProblem = problem => findings.Add(new CaptureDefect(path, problem.Offset, problem.Message)),
        };
        using var reader = WarcReader.Open(path, options, Math.Min(length, new FileInfo(path).Length));
        while (reader.Read() is { } record)
        {
            cancellationToken.ThrowIfCancellationRequested();
            findings.Count(record.Type);
            record.VerifyDigests();
            onRead(record.Finish()?.Length ?? 0);
        }
    }

    private static void CheckExchange(RunCapture capture, ExchangeRow row, CaptureFindings findings)
    {
        try
        {
            capture.Read(row);
            findings.CountExchange();
        }
        catch (CaptureDamagedException damage)
        {
            findings.Add(new CaptureDefect(damage.File, damage.Offset, damage.Message));
        }
    }
}
