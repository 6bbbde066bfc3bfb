using System.Net;
using System.Net.Sockets;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Language;

/// <summary>Checks values of <c>egress</c>.</summary>
internal static class EgressChecks
{
    public static Fault? Allowed(string text)
    {
        if (!text.Contains('/') || text.Contains("://", StringComparison.Ordinal))
            return WebChecks.Host(text) is { } fault ? fault with { Rule = Rules.BadEgressHost } : null;
        return IPNetwork.TryParse(text, out var network) && IsAsWritten(network, text) ? null
            : new Fault(Rules.BadEgressHost, $"\"{text}\" is not a network.", NetworkFix(text));
    }

    public static Fault? Port(string text) =>
        Ports.TryParse(text, out _) ? null
            : new Fault(Rules.BadPort, $"\"{text}\" is neither a port nor a range of ports.");

    /// <summary>No bits behind the prefix, no octal numbers, no short forms: what the platform reads leniently.</summary>
    private static bool IsAsWritten(IPNetwork network, string text) =>
        network.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6
            ? IPAddress.Parse(text.AsSpan(0, text.IndexOf('/'))).Equals(network.BaseAddress)
            : text == network.ToString();

    private static string? NetworkFix(string text) =>
        IPNetwork.TryParse(text, out var network) ? $"Write \"{network}\" if that is meant." : null;
}
