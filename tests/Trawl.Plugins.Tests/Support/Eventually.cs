namespace Trawl.Plugins.Tests.Support;

/// <summary>Waits for what must come to be, with a patience that only a bug outlasts.</summary>
internal static class Eventually
{
    public static async Task BecomesAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        while (!condition()) await ticks.WaitForNextTickAsync(patience.Token);
    }
}
