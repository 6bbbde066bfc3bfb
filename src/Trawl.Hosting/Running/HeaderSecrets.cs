using System.Diagnostics.CodeAnalysis;
using Trawl.Api.Errors;
using Trawl.Fetch.Proxies;
using Trawl.Hosting.Home;
using Trawl.Model.Plans;
using Trawl.Pipelines;
using Trawl.Recording.Redacting;

namespace Trawl.Hosting.Running;

/// <summary>
/// Values for a plan's headers: those of <c>${env:NAME}</c> are stored nowhere and asked for at every start, those that are
/// sealed are opened with the home's key.
/// </summary>
internal sealed class HeaderSecrets(IReadOnlyDictionary<string, string> variables, HomeSeal seal)
{
    /// <summary>All that is missing for this plan; null when nothing is.</summary>
    public ApiError? Check(PipelinePlan plan)
    {
        var missing = Headers(plan).Select(h => TryResolve(h, out _, out var problem) ? null : problem)
            .OfType<string>().Concat(MissingForPlugins(plan)).Concat(MissingForTools(plan)).Distinct().ToArray();
        return missing.Length == 0
            ? null
            : new ApiError(
                ApiErrorKind.InvalidRequest,
                $"Pipeline \"{plan.Name}\" needs what is not there: {string.Join(" ", missing)}");
    }

    /// <summary>The headers as they are sent.</summary>
    /// <exception cref="KeyNotFoundException">A variable is missing: <see cref="Check"/> was not asked.</exception>
    public IReadOnlyList<HeaderPlan> Resolve(IReadOnlyList<HeaderPlan> headers) =>
        headers.Count == 0 ? headers : [.. headers.Select(h => h with { Value = PlanSecrets.Resolve(Open(h), Find) })];

    /// <summary>The proxies with the values that they ask for.</summary>
    public IReadOnlyList<ProxyEndpoint> Resolve(IReadOnlyList<ProxyPlan>? proxies) =>
    [
        .. (proxies ?? []).Select(proxy => (Uri: new Uri(proxy.Url), Values: Resolve([.. OfProxy(proxy)])))
            .Select(proxy => new ProxyEndpoint(proxy.Uri, proxy.Values.ElementAtOrDefault(0)?.Value, proxy.Values.ElementAtOrDefault(1)?.Value)),
    ];

    /// <summary>The variables that the plan's headers name, with their values, to be sent to another engine.</summary>
    public IReadOnlyDictionary<string, string> Needed(PipelinePlan plan)
    {
        var needed = new Dictionary<string, string>();
        foreach (var header in Headers(plan))
        {
            try
            {
                PlanSecrets.Resolve(header.Value, name => Find(name) is { } value ? needed[name] = value : null);
            }
            catch (KeyNotFoundException)
            {
                // The engine says so, with all the others.
            }
        }

        foreach (var name in plan.Plugins.SelectMany(plugin => plugin.Grant.Secrets).Concat(NamesForTools(plan)))
        {
            if (Find(name) is { } value)
            {
                needed[name] = value;
            }
        }

        return needed;
    }

    /// <summary>Values that plugins of the plan are told.</summary>
    public IEnumerable<string> ForPlugins(PipelinePlan plan) => plan.Plugins.SelectMany(plugin => plugin.Grant.Secrets).Select(Find).OfType<string>();

    /// <summary>Values that tool servers and models of the plan are told.</summary>
    public IEnumerable<string> ForTools(PipelinePlan plan) => NamesForTools(plan).Select(Find).OfType<string>()
        .Concat(ToolHeaders(plan).Where(header => PlanSealing.IsSecret(header, plan)).Select(header => TryResolve(header, out var value, out _) ? value : ""));

    private IEnumerable<string> MissingForTools(PipelinePlan plan) =>
        NamesForTools(plan).Where(name => Find(name) is null).Select(name =>
            $"A tool server or model is to get the environment variable \"{name}\", which is not set; set it or write it into the .env file.");

    private static IEnumerable<string> NamesForTools(PipelinePlan plan) =>
        (plan.Tools ?? []).SelectMany(server => server.Secrets).Concat((plan.Models ?? []).Select(model => model.Key).OfType<string>());

    private static IEnumerable<HeaderPlan> ToolHeaders(PipelinePlan plan) => (plan.Tools ?? []).SelectMany(server => server.Headers);

    private IEnumerable<string> MissingForPlugins(PipelinePlan plan) =>
        from plugin in plan.Plugins
        from name in plugin.Grant.Secrets
        where Find(name) is null
        select $"The plugin \"{plugin.Name}\" is granted the environment variable \"{name}\", which is not set; set it or write it into the .env file.";

    private static IEnumerable<HeaderPlan> Headers(PipelinePlan plan) =>
        plan.Fetch.Headers.Concat(plan.Start.OfType<StartUrl>().SelectMany(s => s.Headers ?? [])).Concat(plan.Login?.Fields ?? [])
            .Concat((plan.Proxies ?? []).SelectMany(OfProxy))
            .Concat(ToolHeaders(plan));

    private static IEnumerable<HeaderPlan> OfProxy(ProxyPlan proxy)
    {
        if (proxy.User is { } user) yield return new HeaderPlan(nameof(user), user);
        if (proxy.Password is { } password) yield return new HeaderPlan(nameof(password), password);
    }

    private string Open(HeaderPlan header) =>
        ValueSeal.MayHold(header.Value) ? seal.Values.Open(header.Name, header.Value) : header.Value;

    /// <summary>A variable's value; null when it is not set.</summary>
    public string? Find(string name) => variables.GetValueOrDefault(name);

    private bool TryResolve(HeaderPlan header, [NotNullWhen(true)] out string? value, [NotNullWhen(false)] out string? problem)
    {
        (value, problem) = (null, null);
        try
        {
            value = PlanSecrets.Resolve(Open(header), Find);
            return true;
        }
        catch (KeyNotFoundException error)
        {
            problem = error.Message;
            return false;
        }
    }
}
