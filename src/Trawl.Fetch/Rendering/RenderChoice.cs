using Trawl.Engine.Seams.Fetching;
using Trawl.Model.Plans;

namespace Trawl.Fetch.Rendering;

/// <summary>
/// Whether a rule's pages need the browser: not known until a sample was read both ways, then the same for the rest of the
/// engine's work on the run. While a sample is looked at the rule's other pages wait.
/// </summary>
internal sealed class RenderChoice(PageRule rule)
{
    /// <summary>Samples that say nothing, or break the browser, before the rule does without.</summary>
    private const int Most = 3;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _tried;

    public bool? Renders { get; private set; }

    /// <summary>Waits while a sample is looked at, and keeps others out until it is disposed; free once it is decided.</summary>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        if (Renders is not null) return default;
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(_turn);
    }

    /// <summary>Decides, if the sample says enough, and answers with the page as it was decided.</summary>
    public FetchResult Judge(RenderSample sample, FetchResult plain, FetchResult rendered)
    {
        var gain = sample.Gain();
        if (gain is null && sample.IsEmpty && ++_tried < Most) return rendered;
        Renders = gain is not null;
        var verdict = gain is null ? $"read as the server sends them: {sample.Same()}" : $"opened in the browser: {gain}";
        return Noted(gain is null ? plain : rendered, $"The pages of rule \"{rule.Name}\" (render: auto) are {verdict}; the sample was {sample.Url}.");
    }

    /// <summary>The browser failed on the sample: the plain page stands.</summary>
    public FetchResult WithoutSample(FetchResult plain, FetchError error)
    {
        if (++_tried >= Most) Renders = false;
        var rest = Renders is null ? "another page will be the sample" : "the rule's pages are read as the server sends them";
        return Noted(plain, $"The page could not be compared (render: auto of rule \"{rule.Name}\"): {error.Message}; {rest}.");
    }

    private static FetchResult Noted(FetchResult result, string note)
    {
        result.Notes = [.. result.Notes, note];
        return result;
    }

    internal readonly struct Turn(SemaphoreSlim? gate) : IDisposable
    {
        public void Dispose() => gate?.Release();
    }
}
