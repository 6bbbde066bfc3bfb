namespace Trawl.Remote.Bodies;

internal sealed record ResumeBody(IReadOnlyDictionary<string, string>? Environment);
