using System.Text.Json.Nodes;

namespace Trawl.Ipc.Bench.Racing;

/// <summary>A rival with its processes running.</summary>
internal sealed class Contestant : IDisposable
{
    private readonly List<Child> _children;

    private Contestant(Rival rival, List<Child> children) => (Rival, _children) = (rival, children);

    internal Rival Rival { get; }

    internal int ServerProcess => _children[^2].Id;

    internal int DriverProcess => Driver.Id;

    private Child Driver => _children[^1];

    internal static async Task<Contestant> StartAsync(Rival rival, string folder)
    {
        var endpoint = Path.Combine(folder, rival.Name);
        string[] At(string[] command) => [.. command.Select(word => word.Replace("{at}", endpoint, StringComparison.Ordinal))];
        var children = new List<Child>();
        if (rival.Daemon.Length > 0) children.Add(await Child.StartDaemonAsync(rival.Daemon));
        if (rival.Serve.Length > 0) children.Add(await Child.StartAsync(At(rival.Serve), rival.OneCore));
        children.Add(await Child.StartAsync(At(rival.Drive), rival.OneCore));
        return new Contestant(rival, children);
    }

    internal async Task<JsonObject> OrderAsync(string order)
    {
        var answer = await Driver.OrderAsync(order);
        return (JsonObject)(JsonNode.Parse(answer) ?? throw new InvalidOperationException($"{Rival.Name} said nothing to '{order}'."));
    }

    internal void Pause()
    {
        if (Rival.Spins) _children.ForEach(c => c.Pause());
    }

    internal void Resume()
    {
        if (Rival.Spins) _children.ForEach(c => c.Resume());
    }

    public void Dispose()
    {
        for (var i = _children.Count - 1; i >= 0; i--) _children[i].Dispose();
    }
}
