namespace Trawl.Steps.Transforms;

/// <summary>Changes every value by itself; a value that becomes null is gone.</summary>
internal sealed class EachTransform(Func<string, string?> change) : ITransform
{
    public void Apply(List<string> values)
    {
        var kept = 0;
        for (var i = 0; i < values.Count; i++)
        {
            if (change(values[i]) is { } changed) values[kept++] = changed;
        }

        values.RemoveRange(kept, values.Count - kept);
    }
}
