using Trawl.Engine.Seams.Fetching;

namespace Trawl.Engine.Tests.Support;

internal sealed record Answer(int Status, string Body = "")
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public FetchError? Error { get; init; }

    public Answer With(string name, string value) => this with { Headers = [.. Headers, (name, value)] };
}
