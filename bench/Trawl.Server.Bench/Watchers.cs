using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;

namespace Trawl.Server.Bench;

/// <summary>Those who follow a run's journal, and those who ask the API.</summary>
internal sealed class Watchers(ServerProcess server, string run) : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<double> _took = [];
    private readonly List<Task> _work = [];
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 10_000, UseCookies = false })
    {
        BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", server.Token) },
    };

    private long _frames;

    public long Frames => Interlocked.Read(ref _frames);

    public long Calls => _took.Count;

    public double P99 => _took.IsEmpty ? 0 : _took.Order().ElementAt((int)(_took.Count * 0.99));

    public void Begin(int followers, int requests)
    {
        _work.AddRange(Enumerable.Range(0, followers).Select(_ => FollowAsync()));
        if (requests > 0)
        {
            _work.Add(AskAsync(requests));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        _end.Dispose();
    }

    private async Task FollowAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/journal");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _end.Token);
        await using var stream = await response.Content.ReadAsStreamAsync(_end.Token);
        var buffer = new byte[16 << 10];
        for (int read; (read = await stream.ReadAsync(buffer, _end.Token)) > 0;)
        {
            Interlocked.Add(ref _frames, buffer.AsSpan(0, read).Count("\nevent: journal\n"u8));
        }
    }

    /// <summary>At a fixed pace, whether answers come or not.</summary>
    private async Task AskAsync(int perSecond)
    {
        string[] paths = [$"/api/v1/runs/{run}", $"/api/v1/runs/{run}/records?limit=20", $"/api/v1/runs/{run}/requests?limit=20", "/api/v1/governor"];
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var number = 0; await timer.WaitForNextTickAsync(_end.Token);)
        {
            for (var i = 0; i < perSecond / 20; i++)
            {
                _ = AskOnceAsync(paths[number++ % paths.Length]);
            }
        }
    }

    private async Task AskOnceAsync(string path)
    {
        var began = Stopwatch.GetTimestamp();
        using var response = await _http.GetAsync(path, _end.Token);
        if (response.IsSuccessStatusCode)
        {
            _took.Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
    }
}
