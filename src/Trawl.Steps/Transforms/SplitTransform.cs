namespace Trawl.Steps.Transforms;

/// <summary>Cuts each value at a separator, or into characters' runs between white space when the separator is empty.</summary>
internal sealed class SplitTransform(string separator) : ITransform
{
    private const StringSplitOptions Options = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    public void Apply(List<string> values)
    {
        var whole = values.ToArray();
        values.Clear();
        foreach (var value in whole)
        {
            values.AddRange(separator.Length == 0
                ? value.Split((char[]?)null, Options)
                : value.Split(separator, Options));
        }
    }
}
