using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Trawl.Api;
using Trawl.Api.Journal;
using Trawl.Server.Answers;

namespace Trawl.Server.Journals;

/// <summary>
/// Sends a run's journal as server-sent events from any number on: what is there, then what comes, then <c>end</c>.
/// A browser that was cut off comes back with Last-Event-ID and goes on behind it, also after a restart of the server.
/// </summary>
internal sealed class JournalStream(ITrawlClient client, JournalFeeds feeds, TimeProvider clock)
{
    private const int Page = 1_000;
    private const int MostUnsent = 32 << 10;

    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(15);
    private static readonly byte[] s_comment = ":\n\n"u8.ToArray();
    private static readonly byte[] s_end = "event: end\ndata: {}\n\n"u8.ToArray();

    public async Task SendAsync(HttpContext http, string runId, long after, CancellationToken closing)
    {
        if (await CheckAsync(runId, after, http.RequestAborted) is { } problem)
        {
            await Problems.WriteAsync(http, problem);
            return;
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, closing);
        var feed = feeds.Take(runId);
        feed.Join(after, closing);
        try
        {
            await FollowAsync(http.Response, feed, runId, after, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The follower left, or the server closes; it comes back with the number it has.
        }
        finally
        {
            feed.Leave();
            feeds.Return(runId);
        }
    }

    /// <summary>The number behind which to begin: the header of a browser that comes back, else what the address says.</summary>
    public static long? Start(HttpRequest request, long? after)
    {
        var header = request.Headers["Last-Event-ID"].ToString();
        return header.Length == 0 ? after ?? 0
            : long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : null;
    }

    private async Task<Problem?> CheckAsync(string runId, long after, CancellationToken aborted)
    {
        var answer = await client.ReadJournalAsync(new ReadJournalRequest(runId, Math.Max(0, after - 1), 1), aborted);
        return !answer.TryGet(out var page, out var error) ? Problems.Of(error)
            : after > 0 && page.Last != after
                ? Problems.Make(
                    ProblemKind.InvalidRequest, $"The journal of \"{runId}\" has no event {after} yet.", "Begin behind an event you have seen, or at 0.")
            : null;
    }

    private async Task FollowAsync(HttpResponse response, JournalFeed feed, string runId, long after, CancellationToken ending)
    {
        await response.Body.WriteAsync(s_comment, ending);
        while (true)
        {
            var frames = feed.After(after, out var isComplete, out var news) ?? await ReadAsync(runId, after, ending);
            var unsent = 0;
            foreach (var frame in frames)
            {
                // Few sends, and never much in hand for a follower that does not read.
                response.BodyWriter.Write(frame.Bytes);
                after = frame.Sequence;
                unsent += frame.Bytes.Length;
                if (unsent > MostUnsent)
                {
                    await response.BodyWriter.FlushAsync(ending);
                    unsent = 0;
                }
            }

            if (frames.Count == 0 && feed.IsBroken)
            {
                return;
            }

            if (frames.Count == 0 && isComplete)
            {
                await response.Body.WriteAsync(s_end, ending);
                return;
            }

            await response.BodyWriter.FlushAsync(ending);
            if (frames.Count == 0)
            {
                await WaitAsync(response, news, ending);
            }
        }
    }

    private async Task<IReadOnlyList<JournalFrame>> ReadAsync(string runId, long after, CancellationToken ending)
    {
        var answer = await client.ReadJournalAsync(new ReadJournalRequest(runId, after, Page), ending);
        return answer.TryGet(out var page, out _) ? [.. page.Events.Select(JournalFrame.Of)] : [];
    }

    private async Task WaitAsync(HttpResponse response, Task news, CancellationToken ending)
    {
        try
        {
            await news.WaitAsync(s_heartbeat, clock, ending);
        }
        catch (TimeoutException)
        {
            await response.Body.WriteAsync(s_comment, ending);
        }
    }
}
