using System.Net;

namespace Trawl.Server.Security;

/// <summary>What must be so before a server listens where others can reach it.</summary>
internal static class Exposure
{
    /// <summary>Why it may not listen there; null when it may.</summary>
    public static string? Problem(ServerOptions options)
    {
        if (IPAddress.IsLoopback(options.Listen.Address))
        {
            return null;
        }

        return options.Certificate is null
                ? $"{options.Listen} can be reached from other machines, and without a certificate passwords would cross the network as they are. "
                    + "Give one with --certificate FILE or --self-signed, or listen on 127.0.0.1."
            : !options.Access.Users.Any()
                ? $"{options.Listen} can be reached from other machines, and there are no users. "
                    + "Add an administrator with \"trawl user add NAME --role admin\", or listen on 127.0.0.1."
            : null;
    }
}
