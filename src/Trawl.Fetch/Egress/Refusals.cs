using System.Globalization;
using System.Net;

namespace Trawl.Fetch.Egress;

/// <summary>What is said of a target that may not be reached: where it is, and how to allow it.</summary>
internal static class Refusals
{
    public static EgressRefusedException Scheme(EgressTarget target) => new(
        $"\"{target.HostAndPort}\" is asked for by {target.Scheme}, which this pipeline does not use; "
        + $"allow it with egress: {{ schemes: [http, https] }}");

    public static EgressRefusedException Port(EgressTarget target) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"\"{target.HostAndPort}\" has port {target.Port}, which no start URL or scope host of this pipeline names; ")
        + string.Create(CultureInfo.InvariantCulture, $"allow it with egress: {{ ports: [{target.Port}] }}"));

    public static EgressRefusedException Address(EgressTarget target, IPAddress address) => new(
        $"{Place(target, address)} in {GlobalAddresses.Problem(address)} and not on the public internet; "
        + $"if it is yours to fetch, allow it with egress: {{ allow: [\"{target.HostAndPort}\"] }}");

    private static string Place(EgressTarget target, IPAddress address) =>
        target.Literal is not null ? $"\"{target.HostAndPort}\" is" : $"\"{target.HostAndPort}\" is at {address},";
}
