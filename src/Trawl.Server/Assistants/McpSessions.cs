using System.Buffers.Text;
using System.Security.Cryptography;
using ModelContextProtocol.Server;
using Trawl.Access;

namespace Trawl.Server.Assistants;

/// <summary>
/// The sessions that are open. A caller has a share of them: who opens more loses the one that was idle longest, and
/// nobody else notices.
/// </summary>
internal sealed class McpSessions(TimeProvider clock) : IAsyncDisposable
{
    private const int MostOfCaller = 64;

    private static readonly TimeSpan s_mostIdle = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, McpSession> _sessions = new(StringComparer.Ordinal);
    private readonly Lock _turn = new();

    /// <summary>How many are open.</summary>
    public int Count
    {
        get
        {
            lock (_turn)
            {
                return _sessions.Count;
            }
        }
    }

    public async Task<McpSession> OpenAsync(Caller caller, McpServerOptions options)
    {
        var session = new McpSession(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)), caller, options, clock);
        List<McpSession> gone;
        lock (_turn)
        {
            gone = [.. _sessions.Values.Where(s => s.Idle > s_mostIdle)];
            gone.AddRange(_sessions.Values.Except(gone).Where(s => s.IsOf(caller)).OrderBy(s => s.Idle).Skip(MostOfCaller - 1));
            gone.ForEach(s => _sessions.Remove(s.Id));
            _sessions.Add(session.Id, session);
        }

        foreach (var old in gone)
        {
            await old.DisposeAsync();
        }

        return session;
    }

    /// <summary>The session of that name that the caller opened; null when there is none, or it is somebody else's.</summary>
    public McpSession? Find(string id, Caller caller)
    {
        lock (_turn)
        {
            return _sessions.TryGetValue(id, out var session) && session.IsOf(caller) ? session : null;
        }
    }

    public async Task CloseAsync(McpSession session)
    {
        lock (_turn)
        {
            _sessions.Remove(session.Id);
        }

        await session.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        McpSession[] all;
        lock (_turn)
        {
            all = [.. _sessions.Values];
            _sessions.Clear();
        }

        foreach (var session in all)
        {
            await session.DisposeAsync();
        }
    }
}
