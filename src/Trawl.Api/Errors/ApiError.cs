using Trawl.Api.Pipelines;

namespace Trawl.Api.Errors;

/// <summary>Why a call was refused.</summary>
/// <param name="Kind">Whose fault it is.</param>
/// <param name="Message">What happened, naming the thing and the rule.</param>
/// <param name="WayOut">What to do about it; null when there is nothing to do.</param>
public sealed record ApiError(ApiErrorKind Kind, string Message, string? WayOut = null)
{
    /// <summary>All findings on the pipeline, for <see cref="ApiErrorKind.InvalidPipeline"/>; otherwise empty.</summary>
    public IReadOnlyList<PipelineDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>Message and way out in one line.</summary>
    public override string ToString() => WayOut is null ? Message : $"{Message} {WayOut}";
}
