namespace Trawl.Pipelines.Authoring;

/// <summary>The fields of an object inside a record.</summary>
public sealed class FieldsBuilder
{
    private readonly Draft _draft;

    internal FieldsBuilder(Draft draft) => _draft = draft;

    /// <summary>Adds a field: the text of the first element that a CSS selector finds.</summary>
    /// <param name="name">A letter or <c>_</c>, then up to 63 letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="css">The selector; <c>::attr(name)</c> or <c>::text</c> at its end say what else is taken.</param>
    public FieldsBuilder Field(string name, string css)
    {
        _draft.Set(name, css);
        return this;
    }

    /// <summary>Adds a field.</summary>
    /// <param name="name">A letter or <c>_</c>, then up to 63 letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="configure">Says where its value comes from and what it must be.</param>
    public FieldsBuilder Field(string name, Action<FieldBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var field = new FieldBuilder();
        configure(field);
        _draft.Set(name, field.ToDraft());
        return this;
    }
}
