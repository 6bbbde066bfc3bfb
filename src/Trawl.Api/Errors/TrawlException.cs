namespace Trawl.Api.Errors;

/// <summary>A refused call whose value was asked for all the same.</summary>
/// <param name="error">The refusal.</param>
public sealed class TrawlException(ApiError error) : Exception(error.ToString())
{
    /// <summary>The refusal.</summary>
    public ApiError Error { get; } = error;
}
