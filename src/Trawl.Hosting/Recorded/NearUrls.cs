using Trawl.Api.Errors;
using Trawl.Storage.Reading;

namespace Trawl.Hosting.Recorded;

/// <summary>Finds the URLs of a run that are most like one it does not have.</summary>
internal static class NearUrls
{
    private const int Shown = 3;

    public static ApiError Unknown(RunReader reader, string runId, string url)
    {
        var near = Near(reader.Urls(), url);
        return new ApiError(
            ApiErrorKind.NotFound,
            $"The run \"{runId}\" has no request for \"{url}\".",
            near.Count > 0
                ? $"The nearest it has: {string.Join(", ", near)}."
                : $"\"trawl show {runId} --requests\" lists those it has.");
    }

    /// <summary>By what begins and ends alike; URLs without anything alike but their host are not near.</summary>
    internal static IReadOnlyList<string> Near(IEnumerable<string> urls, string url)
    {
        var least = 4 * (url.IndexOf('/', url.IndexOf("//", StringComparison.Ordinal) + 2) + 2);
        var best = new PriorityQueue<string, int>();
        foreach (var other in urls)
        {
            var alike = Alike(url, other);
            if (alike < least)
            {
                continue;
            }

            best.Enqueue(other, alike);
            if (best.Count > Shown)
            {
                best.Dequeue();
            }
        }

        var nearest = new List<string>();
        while (best.TryDequeue(out var found, out _))
        {
            nearest.Insert(0, found);
        }

        return nearest;
    }

    private static int Alike(string one, string other)
    {
        var start = one.AsSpan().CommonPrefixLength(other);
        var end = 0;
        var most = Math.Min(one.Length, other.Length) - start;
        while (end < most && one[^(end + 1)] == other[^(end + 1)])
        {
            end++;
        }

        // Of two that are equally alike, the one of about the same length.
        return (4 * (start + end)) - Math.Min(3, Math.Abs(one.Length - other.Length));
    }
}
