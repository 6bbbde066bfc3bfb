using System.Text.Json;

namespace Trawl.Steps.Probing;

/// <summary>Meta properties that are there and have a name much like one that is not.</summary>
internal static class MetaEdits
{
    public static IEnumerable<Edit> Of(Edit from, JsonElement meta)
    {
        if (from.Cost > 0) yield break;
        foreach (var property in meta.EnumerateObject())
        {
            var distance = NameDistance.Of(from.Text, property.Name);
            if (distance is > 0 and < NameDistance.Far) yield return new Edit(property.Name, distance);
        }
    }
}
