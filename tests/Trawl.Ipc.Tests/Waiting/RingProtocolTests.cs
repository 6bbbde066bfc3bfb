namespace Trawl.Ipc.Tests.Waiting;

/// <summary>Every interleaving of two ends that publish, consume, sleep and wake each other: nobody sleeps for ever.</summary>
public sealed class RingProtocolTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 1)]
    [InlineData(6, 2)]
    [InlineData(8, 3)]
    public void NoWakeUpIsEverLost(int messages, int capacity)
    {
        Assert.Null(new RingProtocolModel(messages, capacity, fences: true).FindStuckState(out var explored));
        Assert.True(explored > 20, $"only {explored} states were reached");
    }

    // The model can find what it looks for: without the fence between publishing and looking at the flag, somebody sleeps on.
    [Fact]
    public void WithoutFencesTheModelFindsTheLostWakeUp() => Assert.NotNull(new RingProtocolModel(4, 1, fences: false).FindStuckState(out _));
}
