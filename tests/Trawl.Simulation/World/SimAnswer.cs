using System.Globalization;
using System.Text;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Simulation.World;

internal sealed record SimAnswer(int Status, string Body = "", string? Location = null, int? RetryAfter = null)
{
    public FetchResult ToResult(DateTimeOffset started, TimeSpan duration)
    {
        var headers = new List<FetchHeader> { new("Content-Type", "text/plain") };
        if (Location is not null)
        {
            headers.Add(new("Location", Location));
        }

        if (RetryAfter is { } seconds)
        {
            headers.Add(new("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)));
        }

        var body = Encoding.UTF8.GetBytes(Body);
        return new FetchResult
        {
            Status = Status,
            Headers = headers,
            Body = body,
            BodyLength = body.Length,
            Error = Status == 0 ? new FetchError(FetchErrorKind.Reset, "The connection broke.") : null,
            StartedAt = started,
            Duration = duration,
        };
    }
}
