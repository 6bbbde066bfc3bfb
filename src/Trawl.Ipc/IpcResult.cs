using System.Diagnostics.CodeAnalysis;

namespace Trawl.Ipc;

/// <summary>A value or a failure.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public readonly struct IpcResult<T>
{
    private readonly T? _value;

    private IpcResult(T? value, IpcError? error) => (_value, Error) = (value, error);

    /// <summary>The failure, or null.</summary>
    public IpcError? Error { get; }

    /// <summary>True when there is a value.</summary>
    public bool IsOk => Error is null;

    /// <summary>Success.</summary>
    public static implicit operator IpcResult<T>(T value) => new(value, null);

    /// <summary>Failure.</summary>
    public static implicit operator IpcResult<T>(IpcError error) => new(default, error);

    /// <summary>The value, or an <see cref="IpcException"/>.</summary>
    public T Unwrap() => Error is null ? _value! : throw new IpcException(Error);

    /// <summary>True with the value, or false with the failure.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out IpcError? error)
    {
        (value, error) = (_value, Error);
        return error is null;
    }
}
