using Trawl.Engine.Seams.Fetching;

namespace Trawl.Hosting.Sessions;

/// <summary>
/// Logs in before the first page, and again when an answer says that the session is over; the page is then asked for again,
/// so none is lost. Of many requests that find the session over, one logs in and the others wait for it.
/// </summary>
/// <param name="inner">Makes exchanges with the run's cookies.</param>
/// <param name="walk">Logs in.</param>
/// <param name="signs">Tells whether a session is over.</param>
/// <param name="file">Keeps the cookies of a login.</param>
internal sealed class LoginFetcher(IFetcher inner, LoginWalk walk, SessionSigns signs, SessionFile file) : IFetcher, IDisposable
{
    /// <summary>Logins in a row that were of no use before pages are taken as they are: some are simply not for this user.</summary>
    private const int MostInVain = 3;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _session = file.IsLoggedIn ? 1 : 0;
    private int _inVain;

    public async ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        if (request.RobotsOf is not null) return await inner.FetchAsync(request, cancellationToken);
        var session = Volatile.Read(ref _session);
        var first = session == 0 ? await LogInAsync(0, cancellationToken) : default;
        if (first.Error is { } refused) return new FetchResult { Error = refused };
        session = Math.Max(session, 1);
        var result = await inner.FetchAsync(request, cancellationToken);
        if (!signs.IsOver(request.Url, result))
        {
            Volatile.Write(ref _inVain, 0);
            return Noted(result, first.Note);
        }

        return Volatile.Read(ref _inVain) >= MostInVain
            ? Noted(result, first.Note)
            : await AgainAsync(request, result, session, cancellationToken);
    }

    public void Dispose()
    {
        _turn.Dispose();
        (inner as IDisposable)?.Dispose();
    }

    private async Task<FetchResult> AgainAsync(FetchRequest request, FetchResult over, int session, CancellationToken cancellationToken)
    {
        var status = over.Status;
        over.Dispose();
        var (error, note) = await LogInAsync(session, cancellationToken);
        if (error is not null) return new FetchResult { Error = error };
        var result = await inner.FetchAsync(request, cancellationToken);
        if (signs.IsOver(request.Url, result)) Interlocked.Increment(ref _inVain);
        return Noted(result, note is null ? null : $"{note} The session was over: {request.Url} was answered {status}.");
    }

    private async Task<(FetchError? Error, string? Note)> LogInAsync(int over, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (Volatile.Read(ref _session) > over) return default;
            var error = await walk.RunAsync(cancellationToken);
            if (error is not null) return (error, null);
            file.MarkLogin();
            Interlocked.Increment(ref _session);
            return (null, "Logged in.");
        }
        finally
        {
            _turn.Release();
        }
    }

    private static FetchResult Noted(FetchResult result, string? note)
    {
        if (note is not null) result.Notes = [.. result.Notes, note];
        return result;
    }
}
