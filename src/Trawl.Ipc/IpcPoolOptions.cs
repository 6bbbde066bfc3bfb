namespace Trawl.Ipc;

/// <summary>How a pool grows, shrinks and looks after its connections.</summary>
public sealed record IpcPoolOptions
{
    /// <summary>Connections kept however idle. 1.</summary>
    public int MinSize { get; init; } = 1;

    /// <summary>Connections at most. 16.</summary>
    public int MaxSize { get; init; } = 16;

    /// <summary>Who has waited so long for one in use makes a new one instead, up to <see cref="MaxSize"/>. 1 ms.</summary>
    public TimeSpan GrowAfter { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Connections above <see cref="MinSize"/> are closed when idle for so long. 30 s.</summary>
    public TimeSpan ShrinkAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>One that was idle for so long must answer a ping before it is handed out. 5 s.</summary>
    public TimeSpan PingAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long that answer may take. 1 s.</summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long acquiring may take in all. 10 s.</summary>
    public TimeSpan AcquireTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock that idleness is measured by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What each connection is made with.</summary>
    public IpcOptions Connection { get; init; } = new();
}
