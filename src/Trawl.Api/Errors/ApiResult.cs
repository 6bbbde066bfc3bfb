using System.Diagnostics.CodeAnalysis;

namespace Trawl.Api.Errors;

/// <summary>What a call gave: a value, or the reason why there is none.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct ApiResult<T>
    where T : class
{
    private readonly T? _value;

    private ApiResult(T? value, ApiError? error)
    {
        _value = value;
        Error = error;
    }

    /// <summary>The reason of a refusal; null when there is a value.</summary>
    public ApiError? Error { get; }

    /// <summary>The value.</summary>
    /// <exception cref="TrawlException">The call was refused.</exception>
    public T Value => _value ?? throw new TrawlException(Error!);

    /// <summary>A call that succeeded.</summary>
    public static implicit operator ApiResult<T>(T value) => new(value, null);

    /// <summary>A call that was refused.</summary>
    public static implicit operator ApiResult<T>(ApiError error) => new(null, error);

    /// <summary>Whether there is a value, which is then in <paramref name="value"/>; otherwise why not.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out ApiError? error)
    {
        value = _value;
        error = Error;
        return value is not null;
    }
}
