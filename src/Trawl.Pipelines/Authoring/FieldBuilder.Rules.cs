using System.Globalization;

namespace Trawl.Pipelines.Authoring;

/// <content>Rules of the value and changes to its text.</content>
public sealed partial class FieldBuilder
{
    /// <summary>A value must be there, and a list must not be empty.</summary>
    public FieldBuilder Required() => Set("required", "true");

    /// <summary>Smallest number.</summary>
    public FieldBuilder Min(decimal value) => Set("min", value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Earliest date.</summary>
    public FieldBuilder Min(DateOnly value) => Set("min", value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Largest number.</summary>
    public FieldBuilder Max(decimal value) => Set("max", value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Latest date.</summary>
    public FieldBuilder Max(DateOnly value) => Set("max", value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Bounds of the number of characters, or of the values of a list; null for none.</summary>
    public FieldBuilder Length(int? min = null, int? max = null)
    {
        if (min is { } fewest) _draft.Set("minLength", fewest);
        if (max is { } most) _draft.Set("maxLength", most);
        return this;
    }

    /// <summary>A regular expression the text must match somewhere; anchor it to match the whole.</summary>
    public FieldBuilder Pattern(string regex) => Set("pattern", regex);

    /// <summary>The values allowed.</summary>
    public FieldBuilder OneOf(params string[] values)
    {
        _draft.Add("oneOf", values);
        return this;
    }

    /// <summary>No two records of the dataset may have the same value.</summary>
    public FieldBuilder Unique() => Set("unique", "true");

    /// <summary>The value where nothing is found.</summary>
    public FieldBuilder Default(string value) => Set("default", value);

    /// <summary>Removes white space at both ends.</summary>
    public FieldBuilder Trim() => Transform("trim");

    /// <summary>Makes one blank of each run of white space.</summary>
    public FieldBuilder Collapse() => Transform("collapse");

    /// <summary>Lower case, invariant.</summary>
    public FieldBuilder Lower() => Transform("lower");

    /// <summary>Upper case, invariant.</summary>
    public FieldBuilder Upper() => Transform("upper");

    /// <summary>Removes HTML tags.</summary>
    public FieldBuilder StripTags() => Transform("stripTags");

    /// <summary>Replaces HTML character references.</summary>
    public FieldBuilder Unescape() => Transform("unescape");

    /// <summary>Replaces each occurrence of a text.</summary>
    public FieldBuilder Replace(string from, string to) => Transform(draft => draft.Set("replace", [from, to]));

    /// <summary>Keeps group 1 of the first match, or the match where there is no group.</summary>
    public FieldBuilder Keep(string regex) => Transform(draft => draft.Set("regex", regex));

    /// <summary>Removes each match of a regular expression.</summary>
    public FieldBuilder Remove(string regex) => Transform(draft => draft.Set("remove", regex));

    /// <summary>Cuts the text at each separator, which makes a list.</summary>
    public FieldBuilder Split(string separator) => Transform(draft => draft.Set("split", separator));

    /// <summary>Joins a list with a separator.</summary>
    public FieldBuilder Join(string separator) => Transform(draft => draft.Set("join", separator));

    /// <summary>Puts a text before.</summary>
    public FieldBuilder Prefix(string text) => Transform(draft => draft.Set("prefix", text));

    /// <summary>Puts a text behind.</summary>
    public FieldBuilder Suffix(string text) => Transform(draft => draft.Set("suffix", text));

    /// <summary>Keeps a part: its start (negative counts from the end) and its length.</summary>
    public FieldBuilder Slice(int start, int length) => Transform(draft => draft.Set("slice",
        [start.ToString(CultureInfo.InvariantCulture), length.ToString(CultureInfo.InvariantCulture)]));

    /// <summary>Replaces a text that equals a key by its value; others stay.</summary>
    public FieldBuilder Map(params (string From, string To)[] pairs) => Transform(draft =>
    {
        foreach (var (from, to) in pairs) draft.Map("map").Set(from, to);
    });

    private FieldBuilder Transform(string name)
    {
        _draft.Add("transforms", [name]);
        return this;
    }

    private FieldBuilder Transform(Action<Draft> write)
    {
        var draft = new Draft();
        write(draft);
        _draft.Add("transforms", [draft]);
        return this;
    }
}
