namespace Trawl.Ipc.Tests.Waiting;

/// <summary>Where the producer's program stands.</summary>
internal enum ProducerStep
{
    LookForRoom,
    StoreHead,
    FenceAfterHead,
    LoadConsumerFlag,
    ExchangeConsumerFlag,
    SetFlag,
    LookAgain,
    Asleep,
}
