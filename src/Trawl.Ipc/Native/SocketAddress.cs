using System.Text;

namespace Trawl.Ipc.Native;

/// <summary>Writes <c>struct sockaddr_un</c>: family and at most 107 bytes of path.</summary>
internal static class SocketAddress
{
    public const int Size = 110;
    public const int MaxPathBytes = 107;

    public static uint Write(string path, Span<byte> address)
    {
        if (Encoding.UTF8.GetByteCount(path) > MaxPathBytes)
            throw new ArgumentException($"The socket path \"{path}\" is longer than {MaxPathBytes} bytes; choose a shorter folder.");

        address.Clear();
        address[0] = LinuxSocket.FamilyUnix;
        return (uint)(2 + Encoding.UTF8.GetBytes(path, address[2..]) + 1);
    }
}
