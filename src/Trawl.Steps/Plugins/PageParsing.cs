using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Plans;
using Trawl.Model.Plugins;
using Trawl.Steps.Content;
using Trawl.Steps.Rules;
using Trawl.Web.Urls;

namespace Trawl.Steps.Plugins;

/// <summary>Hands pages to the parser that the plan names for them; the first that matches counts.</summary>
internal sealed class PageParsing(PipelinePlan plan, IPluginCaller plugins)
{
    private const string Unknown = "application/octet-stream";

    private readonly (string Plugin, UrlMatcher? Urls, ContentTypeMatch Types)[] _steps =
        [.. plan.Parse.Select(step => (step.Plugin, UrlMatchers.Of(step.Urls), new ContentTypeMatch(step.ContentTypes)))];

    /// <summary>Why the page cannot be parsed; null when it was, or need not be.</summary>
    public async ValueTask<PluginFault?> ParseAsync(PluginWork work, CancellationToken cancellationToken)
    {
        if (_steps.Length == 0 || PluginFor(work) is not { } plugin) return null;
        var body = work.Body(out var fault);
        if (fault is not null) return fault;
        var call = new PluginCall { Plugin = plugin, Kind = PluginKind.Parse, Page = work.Facts, Body = body };
        var reply = await plugins.CallAsync(call, cancellationToken);
        if (reply.Fault is not null) return reply.Fault;
        work.Note(call, reply);
        if (reply.Document is { } document) work.Replace(document);
        return null;
    }

    private string? PluginFor(PluginWork work)
    {
        var essence = EssenceCache.Of(work.Page.Response.Header("Content-Type")) ?? Unknown;
        foreach (var (plugin, urls, types) in _steps)
        {
            if ((urls is null || urls.IsMatch(work.Page.Url)) && types.IsMatch(essence)) return plugin;
        }

        return null;
    }
}
