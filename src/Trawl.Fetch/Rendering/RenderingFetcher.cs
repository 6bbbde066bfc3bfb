using System.Collections.Concurrent;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Rendering;
using Trawl.Model.Plans;
using Trawl.Web.Codings;
using Trawl.Web.Headers;

namespace Trawl.Fetch.Rendering;

/// <summary>
/// Opens fetched pages in a browser where their rule says so. The document itself is always fetched by the inner fetcher, so
/// that egress, redirects, headers and the capture are the same with a browser as without; the browser is given its bytes.
/// </summary>
/// <param name="inner">Fetches.</param>
/// <param name="renderer">The browser.</param>
/// <param name="plan">Its page rules.</param>
/// <param name="pages">Reads sample pages both ways, for rules that leave the choice to it.</param>
public sealed class RenderingFetcher(IFetcher inner, IPageRenderer renderer, PipelinePlan plan, IPageHandler pages) : IFetcher, IDisposable
{
    private readonly RenderRules _rules = new(plan);
    private readonly ConcurrentDictionary<string, RenderChoice> _choices = [];

    /// <inheritdoc/>
    public async ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var plain = await inner.FetchAsync(request, cancellationToken).ConfigureAwait(false);
        if (!MayRender(request, plain) || _rules.Find(request.Url) is not { } rule) return plain;
        try
        {
            return rule.Render!.Mode == RenderMode.Always
                ? await RenderAsync(rule.Render, request, plain, cancellationToken).ConfigureAwait(false)
                : await ChooseAsync(rule, request, plain, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            plain.Dispose();
            throw;
        }
    }

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private static bool MayRender(FetchRequest request, FetchResult plain) =>
        request is { RequestId: not null, Plugin: null, Method: "GET" }
        && plain is { Error: null, Status: >= 200 and < 300, BodyFile: null }
        && (!ContentType.TryParse(plain.Header("Content-Type"), out var type) || type.IsHtml);

    private async ValueTask<FetchResult> ChooseAsync(PageRule rule, FetchRequest request, FetchResult plain, CancellationToken cancellationToken)
    {
        var choice = _choices.GetOrAdd(rule.Name, static (_, r) => new RenderChoice(r), rule);
        using (await choice.EnterAsync(cancellationToken).ConfigureAwait(false))
        {
            if (choice.Renders is null) return await SampleAsync(choice, rule.Render!, request, plain, cancellationToken).ConfigureAwait(false);
        }

        return choice.Renders == true ? await RenderAsync(rule.Render!, request, plain, cancellationToken).ConfigureAwait(false) : plain;
    }

    private async ValueTask<FetchResult> SampleAsync(
        RenderChoice choice, RenderPlan how, FetchRequest request, FetchResult plain, CancellationToken cancellationToken)
    {
        var rendered = await RenderAsync(how, request, plain, cancellationToken).ConfigureAwait(false);
        if (rendered.Error is not null) return choice.WithoutSample(plain, rendered.Error);
        var sample = new RenderSample(request.Url, await ReadAsync(request, plain, cancellationToken).ConfigureAwait(false),
            await ReadAsync(request, rendered, cancellationToken).ConfigureAwait(false));
        return choice.Judge(sample, plain, rendered);
    }

    private async ValueTask<PageOutcome> ReadAsync(FetchRequest request, FetchResult page, CancellationToken cancellationToken) =>
        await pages.HandleAsync(new FetchedPage(Web.Urls.WebUrl.Parse(request.Url), page, plan.Fetch.MaxBody), cancellationToken)
            .ConfigureAwait(false);

    private async ValueTask<FetchResult> RenderAsync(
        RenderPlan how, FetchRequest request, FetchResult plain, CancellationToken cancellationToken)
    {
        using var document = ContentDecoder.Decode(plain.Header("Content-Encoding"), plain.Body, new DecodeLimits(plan.Fetch.MaxBody));
        if (document.Status != DecodeStatus.Ok)
        {
            // The page's steps say what is wrong with its coding, in their own words.
            return plain;
        }

        var page = await renderer.RenderAsync(
            new RenderRequest { Url = request.Url, Document = document.Bytes, Headers = plain.Headers, Plan = how }, cancellationToken)
            .ConfigureAwait(false);
        return page.Error is null && page.Html.Length > plan.Fetch.MaxBody
            ? Compose(plain, page with { Html = default, Error = Errors.Failures.TooLarge(plan.Fetch.MaxBody) })
            : Compose(plain, page);
    }

    private static FetchResult Compose(FetchResult plain, RenderedPage page) => new(plain.Dispose)
    {
        Status = plain.Status,
        Headers = page.Error is null ? RenderedHead.Of(plain.Headers) : plain.Headers,
        Body = page.Error is null ? page.Html : plain.Body,
        BodyLength = plain.BodyLength,
        Plain = plain,
        Screenshot = page.Screenshot,
        Notes = page.Notes,
        Error = page.Error,
        RawRequestHead = plain.RawRequestHead,
        SentHeaders = plain.SentHeaders,
        RawResponseHead = plain.RawResponseHead,
        Protocol = plain.Protocol,
        Address = plain.Address,
        StartedAt = plain.StartedAt,
        Duration = plain.Duration,
    };
}
