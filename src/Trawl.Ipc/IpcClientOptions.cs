namespace Trawl.Ipc;

/// <summary>What a client sets beside <see cref="IpcOptions"/>.</summary>
public sealed record IpcClientOptions : IpcOptions
{
    /// <summary>How long connecting is tried again before a call fails. 5 s.</summary>
    public TimeSpan ReconnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often an idempotent request is sent at most, broken connections in between. 3.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>A token for each connection, for servers that want one; asked before each attempt to connect.</summary>
    public Func<ReadOnlyMemory<byte>>? NextToken { get; init; }

    /// <summary>Told of each connection that replaces a broken one.</summary>
    public Action<IpcConnection>? OnReconnected { get; init; }
}
