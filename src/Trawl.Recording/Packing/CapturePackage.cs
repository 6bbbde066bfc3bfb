using Trawl.Engine.Seams.Store;
using Trawl.Recording.Reading;
using Trawl.Warc;
using Trawl.Warc.Packages;

namespace Trawl.Recording.Packing;

/// <summary>Packs a run's capture as WACZ: its files as they are, an index, and the pages it fetched.</summary>
/// <param name="capture">The capture.</param>
/// <param name="titleOf">The title of a page; null when it has none.</param>
public sealed class CapturePackage(RunCapture capture, Func<RecordedExchange, string?> titleOf)
{
    private readonly List<WarcProblem> _problems = [];

    /// <summary>Pages listed in the package.</summary>
    public long Pages { get; private set; }

    /// <summary>What is wrong with the files; they are packed all the same.</summary>
    public IReadOnlyList<WarcProblem> Problems => _problems;

    /// <summary>Writes the package.</summary>
    /// <param name="target">Where to; it need not seek, and stays open.</param>
    /// <param name="description">What the package says about itself.</param>
    /// <param name="onRead">Told how many bytes of files and exchanges were read since the last call.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="CaptureDamagedException">A page cannot be read back.</exception>
    public void Write(Stream target, WaczDescription description, Action<long> onRead, CancellationToken cancellationToken)
    {
        using var writer = new WaczWriter(target, description, leaveOpen: true);
        foreach (var file in capture.Files())
        {
            cancellationToken.ThrowIfCancellationRequested();
            _problems.AddRange(writer.AddWarc(capture.PathOf(file.Number), file.Length));
            onRead(file.Length);
        }

        writer.AddPages(ReadPages(onRead, cancellationToken));
        writer.Finish();
    }

    private IEnumerable<WaczPage> ReadPages(Action<long> onRead, CancellationToken cancellationToken)
    {
        foreach (var row in capture.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            onRead(row.Length);
            if (MayBePage(row) && capture.Read(row) is var exchange && IsPage(exchange))
            {
                Pages++;
                yield return new WaczPage(exchange.Url, exchange.StartedAt, titleOf(exchange));
            }
        }
    }

    private static bool MayBePage(ExchangeRow row) => row is { RequestId: not null, Status: >= 200 and < 300, Error: null };

    private static bool IsPage(RecordedExchange exchange) =>
        exchange.Method == "GET" && (exchange.Header("Content-Type") ?? "").Contains("html", StringComparison.OrdinalIgnoreCase);
}
