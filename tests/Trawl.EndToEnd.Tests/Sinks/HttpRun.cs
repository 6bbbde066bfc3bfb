namespace Trawl.EndToEnd.Tests.Sinks;

/// <inheritdoc/>
public sealed class HttpRun : SinkRun
{
    internal HttpReceiver Receiver { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        Receiver = await HttpReceiver.StartAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    private protected override SinkTarget MakeTarget(string folder) => new HttpTarget(Receiver);
}
