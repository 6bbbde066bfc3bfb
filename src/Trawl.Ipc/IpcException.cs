namespace Trawl.Ipc;

/// <summary>An <see cref="IpcError"/> for those who prefer exceptions: thrown by <see cref="IpcResult{T}.Unwrap"/> and by streams.</summary>
public sealed class IpcException(IpcError error) : Exception(error.ToString())
{
    /// <summary>The failure.</summary>
    public IpcError Error { get; } = error;
}
