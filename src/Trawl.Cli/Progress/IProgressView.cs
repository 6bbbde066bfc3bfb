using Trawl.Api.Runs;

namespace Trawl.Cli.Progress;

/// <summary>Shows a run while it is under way.</summary>
internal interface IProgressView : IAsyncDisposable
{
    void Show(RunSnapshot snapshot);

    /// <summary>A sentence for the user in between.</summary>
    void Note(string text);
}
