using Trawl.Api.Errors;

namespace Trawl.Hosting.Running;

/// <summary>What a refusal of the disk is to a caller.</summary>
internal static class DiskErrors
{
    public static ApiError Of(Exception error) => new(
        ApiErrorKind.StoreFailed,
        error.Message,
        error is UnauthorizedAccessException ? "Give this user the right to write there, or choose another home with --home." : null);
}
