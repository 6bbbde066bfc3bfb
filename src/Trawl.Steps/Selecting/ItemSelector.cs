using Trawl.Model.Plans;
using Trawl.Steps.Content;

namespace Trawl.Steps.Selecting;

/// <summary>A compiled selector of any language. Usable from any number of threads.</summary>
internal abstract class ItemSelector(SelectorSpec spec)
{
    public SelectorSpec Spec { get; } = spec;

    /// <summary>What the selector itself says is taken from an element (<c>::attr(name)</c>); null when it says nothing.</summary>
    public virtual string? Take => null;

    /// <summary>Adds what it finds below a scope, in order.</summary>
    public abstract void Find(PageView page, in Found scope, List<Found> into);

    public virtual int Count(PageView page, in Found scope)
    {
        var found = page.RentFound();
        Find(page, scope, found);
        var count = found.Count;
        page.Return(found);
        return count;
    }
}
