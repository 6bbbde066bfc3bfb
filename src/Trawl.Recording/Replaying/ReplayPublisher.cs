using Trawl.Engine.Seams.Outputs;
using Trawl.Model.Plans;
using Trawl.Storage.Outputs;
using Trawl.Storage.Runs;

namespace Trawl.Recording.Replaying;

/// <summary>
/// Writes a replay's outputs into its own folder, never where the recorded run wrote its own, and names them as that did.
/// </summary>
internal sealed class ReplayPublisher(string folder) : IOutputPublisher
{
    private readonly OutputPublisher _inner = new(folder, new RunStoreOptions { Durable = false });

    public string? Fatal => _inner.Fatal;

    public async ValueTask<IReadOnlyList<PublishedOutput>> PublishAsync(PipelinePlan plan, CancellationToken cancellationToken)
    {
        var moved = plan with { Outputs = [.. plan.Outputs.Select((output, i) => output with { Path = Moved(output.Path, i) })] };
        var outputs = await _inner.PublishAsync(moved, cancellationToken);
        return [.. outputs.Select(o => o with { Name = Original(o) })];
    }

    private string Place => Path.Combine(folder, "elsewhere");

    private string? Moved(string? path, int index) => path is null
        ? null
        : Path.Combine(Place, $"{index}", Path.GetRelativePath(Path.GetPathRoot(path)!, path));

    private string Original(PublishedOutput output)
    {
        var relative = Path.GetRelativePath(Place, output.Path);
        return relative.StartsWith("..", StringComparison.Ordinal)
            ? output.Name
            : Path.GetPathRoot(output.Path) + relative[(relative.IndexOf(Path.DirectorySeparatorChar, StringComparison.Ordinal) + 1)..];
    }
}
