using Trawl.Api.Replaying;

namespace Trawl.Hosting.Replaying;

/// <summary>Counts one field over the records of a type.</summary>
internal sealed class FieldTally(string name)
{
    private long _changed, _before, _after;

    public void Count(string? before, string? after, bool isInBoth)
    {
        _before += IsFilled(before) ? 1 : 0;
        _after += IsFilled(after) ? 1 : 0;
        _changed += isInBoth && before != after ? 1 : 0;
    }

    public FieldFill Of(long before, long after) => new(name, _changed, Share(_before, before), Share(_after, after));

    private static bool IsFilled(string? json) => json is not (null or "null" or "\"\"" or "[]");

    private static double Share(long part, long whole) => whole == 0 ? 0 : Math.Round((double)part / whole, 4);
}
