namespace Trawl.Launcher.Confining;

/// <summary>
/// Calls by which a process reaches into others or around its confinement: ptrace, process_vm_readv, process_vm_writev,
/// io_uring_setup, bpf, perf_event_open, userfaultfd, keyctl, unshare, setns, mount, kexec_load.
/// </summary>
internal static class Reaching
{
    public static readonly IReadOnlyList<uint> X64 = [101, 310, 311, 425, 321, 298, 323, 250, 272, 308, 165, 246];

    public static readonly IReadOnlyList<uint> Arm64 = [117, 270, 271, 425, 280, 241, 282, 219, 97, 268, 40, 104];
}
