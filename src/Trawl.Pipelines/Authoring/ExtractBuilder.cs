using Trawl.Model.Plans;

namespace Trawl.Pipelines.Authoring;

/// <summary>Says what the records of one type hold.</summary>
public sealed class ExtractBuilder
{
    private readonly Draft _draft;
    private readonly Func<Draft> _record;
    private readonly FieldsBuilder _fields;

    /// <param name="draft">The extract step.</param>
    /// <param name="record">Its entry in <c>records</c>, made when something is to be said there.</param>
    internal ExtractBuilder(Draft draft, Func<Draft> record)
    {
        (_draft, _record) = (draft, record);
        _fields = new FieldsBuilder(draft.Map("fields"));
    }

    /// <summary>Makes one record of each thing found; the fields are looked for in it.</summary>
    public ExtractBuilder Each(Selector selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        _draft.Set("each", selector.ToDraft());
        return this;
    }

    /// <summary>Adds a field: the text of the first element that a CSS selector finds.</summary>
    /// <param name="name">A letter or <c>_</c>, then up to 63 letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="css">The selector; <c>::attr(name)</c> or <c>::text</c> at its end say what else is taken.</param>
    public ExtractBuilder Field(string name, string css)
    {
        _fields.Field(name, css);
        return this;
    }

    /// <summary>Adds a field.</summary>
    /// <param name="name">A letter or <c>_</c>, then up to 63 letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="configure">Says where its value comes from and what it must be.</param>
    public ExtractBuilder Field(string name, Action<FieldBuilder> configure)
    {
        _fields.Field(name, configure);
        return this;
    }

    /// <summary>Fields whose values identify a record; records with equal keys are one.</summary>
    public ExtractBuilder Key(params string[] fields)
    {
        _record().Set("key", fields);
        return this;
    }

    /// <summary>What becomes of a record that breaks a rule; default <see cref="InvalidPolicy.Quarantine"/>.</summary>
    public ExtractBuilder OnInvalid(InvalidPolicy policy)
    {
        _record().Set("onInvalid", policy.ToString().ToLowerInvariant());
        return this;
    }

    /// <summary>Fields that come first in outputs, in this order.</summary>
    public ExtractBuilder Columns(params string[] fields)
    {
        _record().Set("columns", fields);
        return this;
    }
}
