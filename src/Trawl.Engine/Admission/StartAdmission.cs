using Trawl.Engine.Seams.Plugins;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;
using Trawl.Model.Requests;

namespace Trawl.Engine.Admission;

/// <summary>Hands over requests and waits until they are durable.</summary>
internal delegate Task Admit(AdmissionChunk chunk, string? warning);

/// <summary>
/// Brings the start points into the frontier, piece by piece. After a crash the unfinished one begins again: what is
/// already there is recognised by its fingerprint.
/// </summary>
internal sealed class StartAdmission(PipelinePlan plan, LinkAdmission admission, Admit admit, IRequestSource? source)
{
    private const int Chunk = 1_000;

    /// <summary>Why a source could not give its requests, so that the run must stop and can be resumed; null when all is in.</summary>
    public async Task<string?> RunAsync(int from, CancellationToken cancellationToken)
    {
        for (var index = from; index < plan.Start.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (plan.Start[index] is StartPlugin plugin)
            {
                if (await FromPluginAsync(plugin.Plugin, index, cancellationToken) is { } fault)
                {
                    return fault.Message;
                }

                continue;
            }

            await (plan.Start[index] is StartFile file
                ? FromFileAsync(file, index, cancellationToken)
                : admit(new AdmissionChunk(FromUrls(ref index)) { StartPointsAdmitted = index + 1 }, null));
        }

        return null;
    }

    private async Task<PluginFault?> FromPluginAsync(string plugin, int index, CancellationToken cancellationToken)
    {
        if (source is null)
        {
            throw new InvalidOperationException($"Start point {index} of the plan is a plugin, and there are none.");
        }

        string? cursor = null;
        do
        {
            var reply = await source.ReadAsync(plugin, cursor, cancellationToken);
            if (reply.Fault is not null)
            {
                return reply.Fault;
            }

            cursor = reply.Cursor;
            var requests = reply.Requests.Select(url => admission.FromSource(url, Via(index))).OfType<NewRequest>().ToList();
            var lost = reply.Requests.Count - requests.Count;
            await admit(
                new AdmissionChunk(requests) { StartPointsAdmitted = cursor is null ? index + 1 : null },
                lost == 0 ? null : $"The plugin \"{plugin}\" gave {lost} requests that are not http or https URLs; they are left out.");
        }
        while (cursor is not null);
        return null;
    }

    /// <summary>A chunk of start points that are one request each, from <paramref name="index"/> on.</summary>
    private List<NewRequest> FromUrls(ref int index)
    {
        var requests = new List<NewRequest>();
        for (; index < plan.Start.Count && requests.Count < Chunk && plan.Start[index] is not (StartFile or StartPlugin); index++)
        {
            var request = plan.Start[index] switch
            {
                StartUrl url => admission.FromStart(url.Url, Via(index), RequestKind.Page, url),
                StartSitemap sitemap => admission.FromStart(sitemap.Url, Via(index), RequestKind.Sitemap),
                _ => null,
            };
            requests.Add(request ?? throw new InvalidOperationException($"Start point {index} of the plan is not a URL."));
        }

        index--;
        return requests;
    }

    private async Task FromFileAsync(StartFile file, int index, CancellationToken cancellationToken)
    {
        var requests = new List<NewRequest>();
        var number = 0;
        string? warning = null;
        foreach (var line in File.ReadLines(file.Path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            if (admission.FromStart(text, Via(index)) is { } request)
            {
                requests.Add(request);
            }
            else
            {
                warning ??= $"{file.Path}:{number}: '{admission.Shown(text)}' is not an http or https URL and is left out (the first of such lines).";
            }

            if (requests.Count == Chunk)
            {
                await admit(new AdmissionChunk(requests), null);
                requests = [];
            }
        }

        await admit(new AdmissionChunk(requests) { StartPointsAdmitted = index + 1 }, warning);
    }

    /// <summary>Names a start point in the request's Via; sitemaps find their include patterns by it.</summary>
    private static string Via(int index) => $"start[{index}]";
}
