using System.Collections.Concurrent;
using Trawl.Engine.Seams.Pages;
using Trawl.Model.Plans;
using Trawl.Steps.Content;
using Trawl.Steps.Selecting;
using Trawl.Steps.Tracing;
using Trawl.Steps.Values;

namespace Trawl.Steps.Probing;

/// <summary>
/// Tries a selector on pages, by the same code that reads fields. For any number of threads.
/// </summary>
public sealed class SelectorProbe : IDisposable
{
    private static readonly FieldPlan _field = new() { Name = "match" };

    private readonly ItemSelector _selector;
    private readonly ValueTaker _taker;
    private readonly ConcurrentBag<PageView> _free = [];

    /// <summary>Compiles a selector.</summary>
    /// <exception cref="ArgumentException">The selector is wrong; the message says how.</exception>
    public SelectorProbe(SelectorSpec selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        _selector = SelectorCompiler.Alone(selector);
        _taker = new ValueTaker(_selector.Take ?? "text", _field);
    }

    /// <summary>The selector.</summary>
    public SelectorSpec Selector => _selector.Spec;

    /// <summary>What the selector finds on a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="most">Matches to describe; all are counted.</param>
    /// <param name="places">Whether their places are wanted, which cost more than finding them.</param>
    public PageMatches Select(FetchedPage page, int most, bool places = true)
    {
        ArgumentNullException.ThrowIfNull(page);
        return On(page, view => Select(view, most, places), problem => new PageMatches(0, [], problem));
    }

    /// <summary>Selectors much like this one that find something on a page where it finds nothing; the likeliest first.</summary>
    /// <param name="page">The page.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<Alternative> Alternatives(FetchedPage page, int most)
    {
        ArgumentNullException.ThrowIfNull(page);
        return On<IReadOnlyList<Alternative>>(page, view => new AlternativeSearch(view).Find(Selector, most), _ => []);
    }

    /// <summary>Gives the buffers back.</summary>
    public void Dispose()
    {
        while (_free.TryTake(out var view)) view.Dispose();
    }

    private T On<T>(FetchedPage page, Func<PageView, T> look, Func<string, T> cannot)
    {
        if (!_free.TryTake(out var view)) view = new PageView();
        try
        {
            view.Open(page);
            return view.Read() is { } error ? cannot(error.Message) : look(view);
        }
        finally
        {
            view.Close();
            _free.Add(view);
        }
    }

    private PageMatches Select(PageView view, int most, bool places)
    {
        var found = view.RentFound();
        _selector.Find(view, Found.Page, found);
        var source = places ? new SourcePlaces(view) : null;
        var matches = new List<SelectorMatch>(Math.Min(most, found.Count));
        foreach (var item in found.Take(most)) matches.Add(Match(view, item, source));
        var count = found.Count;
        view.Return(found);
        return new PageMatches(count, matches, null);
    }

    private SelectorMatch Match(PageView view, in Found item, SourcePlaces? source)
    {
        var values = view.RentRaw();
        _taker.Take(view, item, values);
        var text = values.Count == 0 ? null : values[0].Text;
        view.Return(values);
        return new SelectorMatch(text, source?.Of(item) ?? NodePlace.Unknown);
    }
}
