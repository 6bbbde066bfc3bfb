using System.Numerics;
using System.Runtime.CompilerServices;

namespace Trawl.Html.Selectors.Matching;

/// <summary>
/// Up to 64 compounds as states of one automaton that reads a document in tree order. A state's bit is set for an
/// element when its compound matches and the state before it held for the parent, an ancestor, or a sibling; which
/// states may hold is four shifts and masks, so an element costs the same for one selector or for twenty, however
/// deep it stands, and there is no backtracking.
/// </summary>
internal sealed class SelectorProgram
{
    public const int MaxStates = 64;

    private readonly Compound[] _compounds;
    private readonly int[] _owners;
    private readonly NameMasks _types;
    private readonly NameMasks _attributes;
    private readonly ulong _anyType;
    private readonly ulong _needAttribute;
    private readonly ulong _plain;
    private readonly ulong _start;
    private readonly ulong _descendant;
    private readonly ulong _child;
    private readonly ulong _next;
    private readonly ulong _subsequent;

    public SelectorProgram(IReadOnlyList<(ComplexSelector Selector, int Owner)> selectors)
    {
        var (compounds, owners) = (new List<Compound>(), new List<int>());
        var (types, attributes) = (new List<(SelectorName, int)>(), new List<(SelectorName, int)>());
        foreach (var (selector, owner) in selectors)
        {
            if (selector.IsRelative) AddAnchor(compounds, owners);
            for (var i = 0; i < selector.Compounds.Length; i++)
            {
                var (state, compound) = (compounds.Count, selector.Compounds[i]);
                var bit = 1UL << state;
                compounds.Add(compound);
                owners.Add(owner);
                if (compound.Type is { } type) types.Add((type, state));
                else _anyType |= bit;
                if (compound.IsPlain) _plain |= bit;
                if (compound.RequiredAttribute is { } attribute)
                {
                    attributes.Add((attribute, state));
                    _needAttribute |= bit;
                }
                switch (selector.Combinators[i])
                {
                    case Combinator.None: _start |= bit; break;
                    case Combinator.Descendant: _descendant |= bit; break;
                    case Combinator.Child: _child |= bit; break;
                    case Combinator.NextSibling: _next |= bit; break;
                    case Combinator.SubsequentSibling: _subsequent |= bit; break;
                }
            }
            Accept |= 1UL << (compounds.Count - 1);
        }
        (_compounds, _owners) = ([.. compounds], [.. owners]);
        (_types, _attributes) = (NameMasks.Build(types), NameMasks.Build(attributes));
    }

    /// <summary>The states that complete a selector.</summary>
    public ulong Accept { get; }

    /// <summary>States no element sets: the node a relative selector starts from.</summary>
    public ulong Anchors { get; private set; }

    public bool LooksUp => (_descendant | _child | _next | _subsequent) != 0;

    public bool LooksBack => (_next | _subsequent) != 0;

    /// <summary>How many states a selector takes.</summary>
    public static int Size(ComplexSelector selector) => selector.Compounds.Length + (selector.IsRelative ? 1 : 0);

    /// <summary>Cuts many selectors into programs of at most 64 states.</summary>
    public static SelectorProgram[] Pack(IEnumerable<(ComplexSelector Selector, int Owner)> selectors)
    {
        var programs = new List<SelectorProgram>();
        var (batch, states) = (new List<(ComplexSelector, int)>(), 0);
        foreach (var entry in selectors)
        {
            var size = Size(entry.Selector);
            if (states + size > MaxStates)
            {
                programs.Add(new SelectorProgram(batch));
                (batch, states) = ([], 0);
            }
            batch.Add(entry);
            states += size;
        }
        if (batch.Count > 0) programs.Add(new SelectorProgram(batch));
        return [.. programs];
    }

    /// <summary>Which selector a completing state belongs to.</summary>
    public int Owner(int state) => _owners[state];

    public ResolvedNames Resolve(MatchRun run) => new(_types.Resolve(run), _attributes.Resolve(run));

    /// <summary>The states that hold for this element; moves the level on to its next sibling.</summary>
    public ulong Step(MatchRun run, int element, in ResolvedNames names, ref MatchLevel level)
    {
        var possible = Possible(run.Document.NameId(element), names, level);
        var matched = possible == 0 ? 0 : Test(run, element, possible, names);
        level.Previous = matched;
        level.Earlier |= matched;
        return matched;
    }

    /// <summary>The states an element of this name may hold where nothing around it counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Possible(int name, in ResolvedNames names) => _start & (_anyType | _types.Get(name, names.Types));

    /// <summary>The states an element of this name may hold, by what those around it hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Possible(int name, in ResolvedNames names, in MatchLevel level)
    {
        var possible = _start
            | ((level.Ancestors << 1) & _descendant)
            | ((level.Parent << 1) & _child)
            | ((level.Previous << 1) & _next)
            | ((level.Earlier << 1) & _subsequent);
        return possible & (_anyType | _types.Get(name, names.Types));
    }

    /// <summary>Those of the possible states whose other conditions hold too.</summary>
    public ulong Test(MatchRun run, int element, ulong possible, in ResolvedNames names)
    {
        if ((possible & _needAttribute) != 0) possible &= ~_needAttribute | Attributes(run, element, names);
        var matched = possible & _plain;
        for (possible &= ~_plain; possible != 0; possible &= possible - 1)
        {
            var state = BitOperations.TrailingZeroCount(possible);
            if (_compounds[state].MatchesRest(run, element)) matched |= 1UL << state;
        }
        return matched;
    }

    /// <summary>Could the element complete a selector, whatever stands around it?</summary>
    public bool MayComplete(MatchRun run, int element)
    {
        for (var open = Accept; open != 0; open &= open - 1)
            if (_compounds[BitOperations.TrailingZeroCount(open)].Matches(run, element)) return true;
        return false;
    }

    private ulong Attributes(MatchRun run, int element, in ResolvedNames names)
    {
        var mask = 0UL;
        ref var data = ref run.Document.Nodes[element];
        foreach (ref var attribute in run.Document.Attributes.AsSpan(data.Start, data.Length))
            mask |= _attributes.Get(attribute.Name, names.Attributes);
        return mask;
    }

    private void AddAnchor(List<Compound> compounds, List<int> owners)
    {
        Anchors |= 1UL << compounds.Count;
        compounds.Add(new Compound(null, []));
        owners.Add(-1);
    }
}
