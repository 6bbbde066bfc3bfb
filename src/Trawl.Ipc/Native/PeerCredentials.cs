namespace Trawl.Ipc.Native;

/// <summary>Who is at the other end of a socket, as the kernel says (unix(7), SO_PEERCRED): nothing the peer can choose.</summary>
internal readonly record struct PeerCredentials(int Process, uint User, uint Group);
