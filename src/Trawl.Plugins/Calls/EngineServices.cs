using System.Text.Json;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;
using Trawl.Plugins.Workers;
using Trawl.Sdk.Wire;
using Trawl.Web.Codings;
using Trawl.Web.Urls;

namespace Trawl.Plugins.Calls;

/// <summary>What the engine does for workers, within what they are granted.</summary>
internal sealed class EngineServices(IFetcher? fetcher, Func<string, string?> secrets, CancellationToken stopping)
{
    private const long LargestBody = 32L << 20;

    /// <summary>Values of the secrets that the plugin needs and is granted.</summary>
    public Dictionary<string, string> SecretsOf(PluginIdentity plugin)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in plugin.Needs.Secrets.Intersect(plugin.Plan.Grant.Secrets, StringComparer.Ordinal))
            if (secrets(name) is { } value) values[name] = value;
        return values;
    }

    /// <summary>Fetches for a worker; blocks its thread, which has nothing else to do.</summary>
    /// <exception cref="RunStoreException">What was fetched cannot be recorded.</exception>
    public (FetchedMeta Meta, IReadOnlyList<ReadOnlyMemory<byte>> Blobs) Fetch(
        PluginIdentity plugin, WireMessage message, PluginFetch which, TimeSpan patience)
    {
        var meta = JsonSerializer.Deserialize(message.Meta.Span, WireJson.Plain.FetchMeta)!;
        if (!WebUrl.TryParse(meta.Url, out var url) || !url.IsHttp) return Failed($"\"{meta.Url}\" is not an http or https URL.");
        if (fetcher is null || !IsGranted(plugin, url)) return (new FetchedMeta { Refused = true }, []);
        var request = new FetchRequest
        {
            Url = url.Href,
            Plugin = which,
            Method = meta.Method,
            Headers = [.. meta.Headers.Select(header => new HeaderPlan(header.Key, header.Value))],
            Body = message.Blobs.Count > 0 ? message.Blobs[0] : default,
            MaxBody = LargestBody,
            Timeout = patience,
        };
        using var response = fetcher.FetchAsync(request, stopping).AsTask().GetAwaiter().GetResult();
        return response.Error is { } error ? Failed(error.Message) : Read(response);
    }

    private static bool IsGranted(PluginIdentity plugin, WebUrl url) =>
        plugin.Plan.Grant.Hosts.Any(host => string.Equals(host, url.HostAndPort, StringComparison.OrdinalIgnoreCase)
            || string.Equals(host, $"{url.Host}:{url.EffectivePort}", StringComparison.OrdinalIgnoreCase));

    private static (FetchedMeta, IReadOnlyList<ReadOnlyMemory<byte>>) Read(FetchResult response)
    {
        var coding = response.Header("Content-Encoding");
        using var content = ContentDecoder.Decode(coding, response.Body, new DecodeLimits(LargestBody));
        if (content.Status != DecodeStatus.Ok) return Failed($"The body cannot be decoded: {content.Status}.");
        var headers = response.Headers.SelectMany(header => new[] { header.Name, header.Value });
        return (new FetchedMeta { Status = response.Status, Headers = [.. headers] }, [content.Bytes.ToArray()]);
    }

    private static (FetchedMeta, IReadOnlyList<ReadOnlyMemory<byte>>) Failed(string why) => (new FetchedMeta { Error = why }, []);
}
