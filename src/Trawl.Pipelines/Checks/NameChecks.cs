using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Checks;

/// <summary>Names become files, tables and columns, where letter case may not count.</summary>
internal static class NameChecks
{
    public static void Run<T>(
        string what, IEnumerable<T> parts, Func<T, string> name, PlanPlaces places, DiagnosticSink sink) where T : class
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts)
        {
            string own = name(part);
            if (seen.TryAdd(own, own) || seen[own] == own) continue;
            sink.Add(Rules.SameName, places.Of(part),
                $"The {what} \"{seen[own]}\" and \"{own}\" differ only in letter case.");
        }
    }
}
