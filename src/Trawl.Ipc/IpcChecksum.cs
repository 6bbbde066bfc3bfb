namespace Trawl.Ipc;

/// <summary>What the checksum of a frame covers.</summary>
public enum IpcChecksum
{
    /// <summary>Header and payload of every frame. The default.</summary>
    Whole,

    /// <summary>
    /// Of frames of 64 KiB and more the header only, where the other end agrees. For processes that trust each other's
    /// memory: lengths and order are still checked, bytes are not.
    /// </summary>
    HeaderOfLarge,
}
