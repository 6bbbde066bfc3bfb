using Trawl.Api.Explaining;

namespace Trawl.Mcp.Tools.Answers;

internal sealed record AttemptView(DateTimeOffset At, string Outcome, int? Status, string? Code, string? Reason)
{
    public static AttemptView Of(AttemptInfo attempt) => new(attempt.At, attempt.Outcome, attempt.Status, attempt.Code, attempt.Reason);
}
