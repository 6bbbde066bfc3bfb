namespace Trawl.Ipc.Diagnostics;

/// <summary>What connections have done so far, as plain numbers: those of <see cref="IpcCounters"/>.</summary>
public readonly record struct IpcTotals
{
    /// <summary>Frames written.</summary>
    public long MessagesSent { get; init; }

    /// <summary>Bytes of payload written.</summary>
    public long BytesSent { get; init; }

    /// <summary>Frames read.</summary>
    public long MessagesReceived { get; init; }

    /// <summary>Bytes of payload read.</summary>
    public long BytesReceived { get; init; }

    /// <summary>Times the peer slept and was woken.</summary>
    public long BellsRung { get; init; }

    /// <summary>Times this end spun for the peer.</summary>
    public long Spins { get; init; }

    /// <summary>Spins that brought what was waited for.</summary>
    public long SpinsWon { get; init; }

    /// <summary>Times this end went to sleep.</summary>
    public long Sleeps { get; init; }

    /// <summary>Times the socket woke this end.</summary>
    public long WakeUps { get; init; }

    /// <summary>Frames or positions that the format forbids.</summary>
    public long Corruptions { get; init; }

    /// <summary>Frames for calls that were over already.</summary>
    public long Strays { get; init; }

    /// <summary>The sum of two.</summary>
    public static IpcTotals operator +(IpcTotals a, IpcTotals b) => new()
    {
        MessagesSent = a.MessagesSent + b.MessagesSent, BytesSent = a.BytesSent + b.BytesSent,
        MessagesReceived = a.MessagesReceived + b.MessagesReceived, BytesReceived = a.BytesReceived + b.BytesReceived,
        BellsRung = a.BellsRung + b.BellsRung, Spins = a.Spins + b.Spins, SpinsWon = a.SpinsWon + b.SpinsWon,
        Sleeps = a.Sleeps + b.Sleeps, WakeUps = a.WakeUps + b.WakeUps, Corruptions = a.Corruptions + b.Corruptions, Strays = a.Strays + b.Strays,
    };

    /// <summary>The sum of two.</summary>
    public static IpcTotals Add(IpcTotals a, IpcTotals b) => a + b;
}
