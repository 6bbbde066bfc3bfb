using System.Text.Json.Nodes;

namespace Trawl.Pipelines.Language;

/// <summary>Keys of <c>egress</c>.</summary>
internal static class EgressLanguage
{
    public static readonly MapShape Egress = new("egress", () => Keys)
    {
        Doc = "What may be connected to. Links and redirects are written by strangers, so addresses that are not on the "
            + "public internet (this machine, private networks, link-local, metadata services) are refused unless they are "
            + "named here. What `start` itself names by such an address, or as `localhost`, is allowed with exactly that port.",
        Example = """
            egress:
              allow: [wiki.corp, "10.0.0.5:8080", 192.168.7.0/24]
              ports: [8443, 9000-9099]
              schemes: [https]
            """,
    };

    private static readonly ScalarShape Allowed = Scalars.Checked(
        "egressHost", "host or network", EgressChecks.Allowed,
        "`wiki.corp`, `*.corp`, `10.0.0.5:8080`: compared with the URL's host, wherever that is; without a port, every port. "
        + "`10.0.0.0/8`, `fd00::/8`: compared with the address to which a host resolves.");

    private static readonly ScalarShape Port = new(
        "port", "port or range of ports", EgressChecks.Port,
        () => new JsonObject
        {
            ["type"] = new JsonArray("integer", "string"),
            ["minimum"] = 1,
            ["maximum"] = 65535,
            ["pattern"] = "^[0-9]{1,5}(-[0-9]{1,5})?$",
        })
    { Doc = "1 to 65535, or a range: `9000-9099`." };

    private static readonly ScalarShape Scheme = Scalars.Choice(
        "scheme", ("https", "Over TLS."), ("http", "Without it."));

    private static IReadOnlyList<Key> Keys =>
    [
        new("allow", UnionShape.OneOrMany(Allowed), "Hosts and networks of your own that may be reached.") { Example =
            "10.0.0.5:8080" },
        new("ports", UnionShape.OneOrMany(Port),
            "Further ports of public hosts. 80, 443 and those that `start` and `scope.hosts` name are always there.")
        { Example = "8443" },
        new("schemes", UnionShape.OneOrMany(Scheme), "Schemes that may be used.") { Default = "both" },
    ];
}
