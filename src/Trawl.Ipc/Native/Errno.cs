namespace Trawl.Ipc.Native;

/// <summary>The error numbers of Linux that are expected here.</summary>
internal static class Errno
{
    public const int Interrupted = 4;
    public const int Again = 11;
    public const int PipeBroken = 32;
    public const int ConnectionReset = 104;
    public const int ConnectionRefused = 111;
    public const int NoEntry = 2;
    public const int AddressInUse = 98;
}
