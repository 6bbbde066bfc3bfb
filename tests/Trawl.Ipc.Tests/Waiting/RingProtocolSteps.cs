namespace Trawl.Ipc.Tests.Waiting;

/// <summary>What can happen next. The programs are those of RingProducer, RingConsumer and who calls them, access by access.</summary>
internal static class RingProtocolSteps
{
    public static IEnumerable<RingProtocolState> After(RingProtocolState s, int messages, int capacity, bool fences)
    {
        if (s.BufferedHead >= 0) yield return s with { Head = s.BufferedHead, BufferedHead = -1 };
        if (s.BufferedTail >= 0) yield return s with { Tail = s.BufferedTail, BufferedTail = -1 };
        if (Produce(s, messages, capacity, fences) is { } produced) yield return produced;
        if (Consume(s, messages, fences) is { } consumed) yield return consumed;
    }

    private static RingProtocolState? Produce(RingProtocolState s, int messages, int capacity, bool fences) => s.Producer switch
    {
        ProducerStep.LookForRoom when s.Produced == messages => null,
        ProducerStep.LookForRoom => s with { Producer = s.Produced - s.Tail < capacity ? ProducerStep.StoreHead : ProducerStep.SetFlag },

        // Publish: store head, fence, load flag, exchange it, ring.
        ProducerStep.StoreHead when s.BufferedHead >= 0 => null,
        ProducerStep.StoreHead => s with { Produced = s.Produced + 1, BufferedHead = s.Produced + 1, Producer = ProducerStep.FenceAfterHead },
        ProducerStep.FenceAfterHead when fences && s.BufferedHead >= 0 => null,
        ProducerStep.FenceAfterHead => s with { Producer = ProducerStep.LoadConsumerFlag },
        ProducerStep.LoadConsumerFlag => s with { Producer = s.ConsumerSleeping ? ProducerStep.ExchangeConsumerFlag : ProducerStep.LookForRoom },
        ProducerStep.ExchangeConsumerFlag when s.BufferedHead >= 0 => null,
        ProducerStep.ExchangeConsumerFlag => s with
        {
            ConsumerSleeping = false, BellForConsumer = s.BellForConsumer || s.ConsumerSleeping, Producer = ProducerStep.LookForRoom,
        },

        // PrepareToSleep: exchange own flag (a fence), look again, sleep. Without fences the store of the flag comes late.
        ProducerStep.SetFlag when s.BufferedHead >= 0 => null,
        ProducerStep.SetFlag => s with { ProducerSleeping = true, Producer = ProducerStep.LookAgain },
        ProducerStep.LookAgain when s.Produced - s.Tail < capacity => s with { ProducerSleeping = false, Producer = ProducerStep.StoreHead },
        ProducerStep.LookAgain => s with { Producer = ProducerStep.Asleep },
        ProducerStep.Asleep when s.BellForProducer => s with { BellForProducer = false, ProducerSleeping = false, Producer = ProducerStep.LookForRoom },
        _ => null,
    };

    private static RingProtocolState? Consume(RingProtocolState s, int messages, bool fences) => s.Consumer switch
    {
        ConsumerStep.LookForMessage when s.Head > s.Consumed => s with { Consumed = s.Consumed + 1, Consumer = ConsumerStep.LookForMessage },

        // Release, as when the ring was found empty: store tail, fence, load flag, exchange it, ring.
        ConsumerStep.LookForMessage => s with { Consumer = ConsumerStep.StoreTail },
        ConsumerStep.StoreTail when s.BufferedTail >= 0 => null,
        ConsumerStep.StoreTail => s with { BufferedTail = s.Consumed, Consumer = ConsumerStep.FenceAfterTail },
        ConsumerStep.FenceAfterTail when fences && s.BufferedTail >= 0 => null,
        ConsumerStep.FenceAfterTail => s with { Consumer = ConsumerStep.LoadProducerFlag },
        ConsumerStep.LoadProducerFlag => s with { Consumer = s.ProducerSleeping ? ConsumerStep.ExchangeProducerFlag : ConsumerStep.SetFlag },
        ConsumerStep.ExchangeProducerFlag when s.BufferedTail >= 0 => null,
        ConsumerStep.ExchangeProducerFlag => s with
        {
            ProducerSleeping = false, BellForProducer = s.BellForProducer || s.ProducerSleeping, Consumer = ConsumerStep.SetFlag,
        },

        // PrepareToSleep: exchange own flag (a fence), look again, sleep.
        ConsumerStep.SetFlag when s.BufferedTail >= 0 && fences => null,
        ConsumerStep.SetFlag => s with { ConsumerSleeping = true, Consumer = ConsumerStep.LookAgain },
        ConsumerStep.LookAgain when s.Head > s.Consumed => s with { ConsumerSleeping = false, Consumer = ConsumerStep.LookForMessage },
        ConsumerStep.LookAgain => s with { Consumer = ConsumerStep.Asleep },
        ConsumerStep.Asleep when s.Consumed == messages => null,
        ConsumerStep.Asleep when s.BellForConsumer => s with { BellForConsumer = false, ConsumerSleeping = false, Consumer = ConsumerStep.LookForMessage },
        _ => null,
    };
}
