namespace Trawl.Ipc;

/// <summary>What a server sets beside <see cref="IpcOptions"/>.</summary>
public sealed record IpcServerOptions : IpcOptions
{
    /// <summary>Connections at the same time, greeting ones included; further ones are refused as Busy. 4,096.</summary>
    public int MaxConnections { get; init; } = 4096;

    /// <summary>Connections of one process at the same time; further ones are refused as Busy. 4,096.</summary>
    public int MaxConnectionsPerProcess { get; init; } = 4096;

    /// <summary>Only clients that show a token from <see cref="IpcTokens.Issue"/> are let in. False.</summary>
    public bool RequireToken { get; init; }

    /// <summary>The tokens that are out. Share one instance to let several servers redeem them.</summary>
    public IpcTokens Tokens { get; init; } = new();

    /// <summary>Threads that look after connections; more than half of the processors seldom help. 1.</summary>
    public int Dispatchers { get; init; } = 1;

    /// <summary>Told of each new connection, on a dispatcher's thread: note it and return.</summary>
    public Action<IpcConnection>? OnConnected { get; init; }

    /// <summary>Connections that may wait to be accepted. 512.</summary>
    public int Backlog { get; init; } = 512;
}
