using System.Security.Authentication;

namespace Trawl.Fetch.Connections;

/// <summary>Carries the reason out of the handshake; it never leaves this room.</summary>
internal sealed class CertificateRejectedException(string reason) : AuthenticationException(reason);
