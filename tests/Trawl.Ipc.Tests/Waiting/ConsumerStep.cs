namespace Trawl.Ipc.Tests.Waiting;

/// <summary>Where the consumer's program stands.</summary>
internal enum ConsumerStep
{
    LookForMessage,
    StoreTail,
    FenceAfterTail,
    LoadProducerFlag,
    ExchangeProducerFlag,
    SetFlag,
    LookAgain,
    Asleep,
}
