using System.Security.Cryptography;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Errors;
using Trawl.Model.Plugins;
using Trawl.Web.Codings;

namespace Trawl.Steps.Plugins;

/// <summary>One page on its way through plugins: its decoded body, and what each plugin answered.</summary>
internal sealed class PluginWork(FetchedPage page) : IDisposable
{
    private readonly OrderedDictionary<(string Plugin, PluginKind Kind), (int Calls, int Dropped, IncrementalHash Hash)> _traces = [];
    private DecodedContent? _content;

    /// <summary>The page as the rules are to see it.</summary>
    public FetchedPage Page { get; private set; } = page;

    public PluginPage Facts => new(
        Page.Url.Href, Page.Response.Status, Page.Response.Header("Content-Type"), Page.Response.StartedAt);

    /// <summary>The body without content codings; a fault when it cannot be decoded.</summary>
    public ReadOnlyMemory<byte> Body(out PluginFault? fault)
    {
        fault = null;
        if (_content is null)
        {
            var codings = Page.Response.Headers.Where(h => h.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);
            var received = Page.Response.BodyFile is { } file ? File.ReadAllBytes(file) : Page.Response.Body;
            _content = ContentDecoder.Decode(string.Join(',', codings), received, new DecodeLimits(Page.MaxBody));
        }

        if (_content.Status != DecodeStatus.Ok)
            fault = new PluginFault(ErrorCode.FetchContentCoding, $"The body of \"{Page.Url}\" cannot be decoded: {_content.Status}.");
        return _content.Bytes;
    }

    /// <summary>From now on the page is what a parser made of it.</summary>
    public void Replace(PluginDocument document)
    {
        var response = Page.Response;
        Page = Page with
        {
            Response = new FetchResult
            {
                Status = response.Status,
                Headers = [.. response.Headers.Where(h => !IsOfBody(h.Name)), new FetchHeader("Content-Type", document.ContentType)],
                Body = document.Body,
                BodyLength = document.Body.Length,
                Address = response.Address,
                StartedAt = response.StartedAt,
                Duration = response.Duration,
            },
        };
        _content?.Dispose();
        _content = null;
    }

    public void Note(PluginCall call, PluginReply reply)
    {
        var step = (call.Plugin, call.Kind);
        if (!_traces.TryGetValue(step, out var trace)) trace.Hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        trace.Hash.AppendData(reply.Digest.Span);
        _traces[step] = (trace.Calls + 1, trace.Dropped + reply.Items.Count(item => item.Dropped is not null), trace.Hash);
    }

    public PageOutcome Finish(PageOutcome outcome) => _traces.Count == 0 ? outcome : outcome with
    {
        Plugins = [.. _traces.Select(t => new PluginTrace(
            t.Key.Plugin, t.Key.Kind, t.Value.Calls, t.Value.Dropped, Convert.ToHexStringLower(t.Value.Hash.GetCurrentHash().AsSpan(0, 16))))],
    };

    public void Dispose()
    {
        _content?.Dispose();
        foreach (var trace in _traces.Values) trace.Hash.Dispose();
    }

    private static bool IsOfBody(string header) =>
        header.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) || header.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase);
}
