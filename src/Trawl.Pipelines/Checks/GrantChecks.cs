using Trawl.Model.Plugins;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Plugins;
using Trawl.Pipelines.Syntax;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Checks;

/// <summary>Holds what a plugin needs against what it is granted; each missing piece is named.</summary>
internal sealed class GrantChecks(BoundPlugin plugin, PluginManifest manifest, DiagnosticSink sink)
{
    private readonly PluginCapabilities _grant = plugin.Plan.Grant;
    private readonly PluginCapabilities _needs = PluginNeeds.Resolve(manifest, plugin.Plan.Settings, plugin.Plan.Folder);

    private Node Place => plugin.Map?["grant"] ?? (Node)plugin.Entry.Key;

    public void Run()
    {
        foreach (string host in _needs.Hosts)
            if (!_grant.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase)) Refuse($"the host \"{host}\"", $"hosts: [\"{host}\"]");
        foreach (var file in _needs.Files)
            if (!PluginNeeds.IsGranted(file, _grant.Files))
                Refuse($"to {(file.Write ? "write" : "read")} \"{file.Path}\"", $"files: [\"{(file.Write ? "write" : "read")} {file.Path}\"]");
        foreach (string secret in _needs.Secrets)
            if (!_grant.Secrets.Contains(secret, StringComparer.Ordinal)) Refuse($"the secret \"{secret}\"", $"secrets: [{secret}]");
        if (_needs.Processes && !_grant.Processes) Refuse("to start processes", "processes: true");
        if (_needs.Memory > Math.Max(_grant.Memory, PluginCapabilities.FreeMemory))
            Refuse($"{ByteSize.Write(_needs.Memory)} of memory", $"memory: {ByteSize.Write(_needs.Memory)}");
        WarnOfExcess();
    }

    private void Refuse(string what, string grant) => sink.Add(Rules.NotGranted, Place,
        $"The plugin \"{manifest.Id}\" needs {what}, which is not granted.", $"Add grant: {{ {grant} }}, or do without the plugin.");

    private void WarnOfExcess()
    {
        foreach (string host in _grant.Hosts.Except(_needs.Hosts, StringComparer.OrdinalIgnoreCase)) Excess($"the host \"{host}\"");
        foreach (string secret in _grant.Secrets.Except(_needs.Secrets, StringComparer.Ordinal)) Excess($"the secret \"{secret}\"");
        if (_grant.Processes && !_needs.Processes) Excess("to start processes");
    }

    private void Excess(string what) =>
        sink.Add(Rules.GrantedInVain, Place, $"The plugin \"{manifest.Id}\" is granted {what}, which it does not ask for.");
}
