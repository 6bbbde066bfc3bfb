namespace Trawl.Ipc.Tests.Waiting;

/// <summary>Everything the two ends and the memory between them know at one moment.</summary>
internal readonly record struct RingProtocolState
{
    // Shared memory.
    public int Head { get; init; }

    public int Tail { get; init; }

    public bool ConsumerSleeping { get; init; }

    public bool ProducerSleeping { get; init; }

    // Stores that are not yet visible: -1 for none.
    public int BufferedHead { get; init; } = -1;

    public int BufferedTail { get; init; } = -1;

    // Bells on their way.
    public bool BellForConsumer { get; init; }

    public bool BellForProducer { get; init; }

    public ProducerStep Producer { get; init; }

    public ConsumerStep Consumer { get; init; }

    // What each end knows privately.
    public int Produced { get; init; }

    public int Consumed { get; init; }

    public RingProtocolState()
    {
    }
}
