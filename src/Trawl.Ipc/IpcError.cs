namespace Trawl.Ipc;

/// <summary>A failure as a value: a code to act on and a text to show. The text may come from the peer; it is data, not markup.</summary>
/// <param name="Code">What went wrong.</param>
/// <param name="Message">What, where and the way out, in English.</param>
public sealed record IpcError(IpcErrorCode Code, string Message)
{
    /// <summary>True when the peer cannot have begun the work, so that repeating it is always safe.</summary>
    public bool IsBeforeWork => Code is IpcErrorCode.NotListening or IpcErrorCode.Refused or IpcErrorCode.Busy or IpcErrorCode.NoSuchMethod;

    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Message}";
}
