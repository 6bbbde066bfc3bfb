using System.Globalization;
using Trawl.Model.Plugins;
using Trawl.Plugins.Workers;

namespace Trawl.Plugins.Confinement;

/// <summary>What the kernel is to let a worker do.</summary>
internal sealed record WorkerGrants(
    IReadOnlyList<string> Read, IReadOnlyList<string> Write, IReadOnlyList<ushort> Ports, bool Processes, bool Sockets)
{
    /// <summary>What every runtime reads: its libraries, time zones, certificates, and facts about the machine.</summary>
    private static readonly string[] s_machine =
    [
        "/usr", "/lib", "/lib64", "/bin", "/sbin", "/opt", "/nix/store", "/sys",
        "/proc/self", "/proc/meminfo", "/proc/cpuinfo", "/proc/stat", "/proc/version", "/proc/uptime", "/proc/loadavg", "/proc/filesystems", "/proc/sys",
        "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives", "/etc/ssl", "/etc/pki", "/etc/ca-certificates",
        "/etc/localtime", "/etc/timezone", "/etc/os-release", "/etc/passwd", "/etc/group", "/etc/nsswitch.conf",
        "/dev/urandom", "/dev/random", "/dev/zero",
    ];

    private static readonly string[] s_names = ["/etc/hosts", "/etc/resolv.conf", "/etc/host.conf", "/etc/gai.conf", "/run/systemd/resolve"];

    public static WorkerGrants Of(PluginIdentity plugin, string program, string folder)
    {
        var grant = plugin.Plan.Grant;
        // Only a sink talks to its hosts itself; all others let the engine fetch, where it is captured and replayed.
        var sockets = grant.Hosts.Count > 0 && plugin.Manifest.Offer(PluginKind.Sink) is not null;
        return new WorkerGrants(
            [.. s_machine, .. sockets ? s_names : [], plugin.Plan.Folder, Path.GetDirectoryName(program)!,
                .. grant.Files.Where(file => !file.Write).Select(file => file.Path)],
            [folder, "/dev/null", .. grant.Files.Where(file => file.Write).Select(file => file.Path)],
            sockets ? [.. grant.Hosts.SelectMany(PortsOf).Distinct()] : [],
            grant.Processes,
            sockets);
    }

    private static ushort[] PortsOf(string host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') && ushort.TryParse(host.AsSpan(colon + 1), CultureInfo.InvariantCulture, out var port)
            ? [port] : [80, 443];
    }
}
