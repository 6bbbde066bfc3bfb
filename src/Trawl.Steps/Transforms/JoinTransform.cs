namespace Trawl.Steps.Transforms;

/// <summary>Makes one value of all.</summary>
internal sealed class JoinTransform(string separator) : ITransform
{
    public void Apply(List<string> values)
    {
        if (values.Count < 2) return;
        var joined = string.Join(separator, values);
        values.Clear();
        values.Add(joined);
    }
}
