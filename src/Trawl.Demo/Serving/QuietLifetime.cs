namespace Trawl.Demo.Serving;

/// <summary>
/// The shop is a guest in somebody's process: Ctrl-C and SIGTERM belong to the host. The default lifetime would take
/// them, close the shop and keep the process alive.
/// </summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
