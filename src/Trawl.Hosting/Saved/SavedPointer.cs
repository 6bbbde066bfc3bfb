using System.Globalization;
using Trawl.Api.Pipelines.Saved;

namespace Trawl.Hosting.Saved;

/// <summary>How a schedule names a saved pipeline: <c>saved:NAME</c> or <c>saved:NAME@VERSION</c>.</summary>
internal static class SavedPointer
{
    private const string Scheme = "saved:";

    public static string Text(string name, int? version) =>
        version is { } number ? string.Create(CultureInfo.InvariantCulture, $"{Scheme}{name}@{number}") : Scheme + name;

    /// <summary>The saved pipeline that is meant; null for the path of a file.</summary>
    public static SavedSource? Read(string pipeline)
    {
        if (!pipeline.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var name = pipeline[Scheme.Length..];
        var at = name.LastIndexOf('@');
        return at >= 0 && int.TryParse(name.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new SavedSource(name[..at], version)
            : new SavedSource(name);
    }
}
