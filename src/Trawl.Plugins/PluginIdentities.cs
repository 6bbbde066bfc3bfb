using Trawl.Model.Plans;
using Trawl.Model.Plugins;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Plugins;
using Trawl.Plugins.Workers;

namespace Trawl.Plugins;

/// <summary>Brings together what a plan says of a plugin and what its folder holds now, which may be later than the plan.</summary>
internal static class PluginIdentities
{
    /// <exception cref="InvalidOperationException">The plugin cannot be used: <see cref="Problems"/> was not asked.</exception>
    public static PluginIdentity Of(PluginPlan plan)
    {
        if (Problems(plan).FirstOrDefault() is { } problem) throw new InvalidOperationException(problem);
        var manifest = PluginFolders.Read(plan.Folder)!.Manifest!;
        return new PluginIdentity(plan, manifest, PluginNeeds.Resolve(manifest, plan.Settings, plan.Folder));
    }

    public static IEnumerable<string> Problems(PluginPlan plan)
    {
        if (PluginFolders.Read(plan.Folder) is not { } found)
            return [$"The plugin \"{plan.Name}\" is not in \"{plan.Folder}\" any more. Put it back, then resume the run."];
        if (found.Manifest is not { } manifest)
            return [$"The manifest of the plugin \"{plan.Name}\" is wrong: {found.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error)}"];
        if ((manifest.Id, manifest.Version) != (plan.Id, plan.Version))
            return [$"The plan was made with {plan.Id} {plan.Version} as \"{plan.Name}\", and \"{plan.Folder}\" holds {manifest.Id} {manifest.Version}. "
                + "Put that version back, or start a new run."];
        return Missing(manifest, plan).Select(what => $"The plugin \"{plan.Name}\" needs {what}, which the plan does not grant. Start a new run that does.");
    }

    private static IEnumerable<string> Missing(PluginManifest manifest, PluginPlan plan)
    {
        var needs = PluginNeeds.Resolve(manifest, plan.Settings, plan.Folder);
        foreach (var host in needs.Hosts.Except(plan.Grant.Hosts, StringComparer.OrdinalIgnoreCase)) yield return $"the host \"{host}\"";
        foreach (var file in needs.Files.Where(file => !PluginNeeds.IsGranted(file, plan.Grant.Files)))
            yield return $"to {(file.Write ? "write" : "read")} \"{file.Path}\"";
        foreach (var secret in needs.Secrets.Except(plan.Grant.Secrets, StringComparer.Ordinal)) yield return $"the secret \"{secret}\"";
        if (needs.Processes && !plan.Grant.Processes) yield return "to start processes";
        if (needs.Memory > Math.Max(plan.Grant.Memory, PluginCapabilities.FreeMemory)) yield return $"{needs.Memory >> 20} MiB of memory";
    }
}
