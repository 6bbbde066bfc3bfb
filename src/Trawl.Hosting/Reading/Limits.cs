using Trawl.Api.Errors;

namespace Trawl.Hosting.Reading;

internal static class Limits
{
    public const int Most = 1000;

    public static ApiError? Check(int limit) => limit is >= 1 and <= Most
        ? null
        : new ApiError(ApiErrorKind.InvalidRequest, $"A limit of {limit} is not possible.", $"Ask for 1 to {Most}.");
}
