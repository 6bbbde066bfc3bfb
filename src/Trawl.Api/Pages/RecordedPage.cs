namespace Trawl.Api.Pages;

/// <summary>A page as a run recorded it.</summary>
public sealed record RecordedPage
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>What was asked for, in the run's spelling.</summary>
    public required string Url { get; init; }

    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>Which attempt this is, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The attempts that were recorded.</summary>
    public required IReadOnlyList<int> Attempts { get; init; }

    /// <summary>HTTP status; 0 when no answer came.</summary>
    public int Status { get; init; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>The request's head as sent, secrets redacted; lines end with LF.</summary>
    public required string RequestHead { get; init; }

    /// <summary>The answer's head as received, secrets redacted; lines end with LF. Empty when none came.</summary>
    public required string ResponseHead { get; init; }

    /// <summary>Media type of the body, as the answer says; null when it does not.</summary>
    public string? ContentType { get; init; }

    /// <summary>The encoding its text has, and why; null when it is no text.</summary>
    public string? Encoding { get; init; }

    /// <summary>Bytes of the body as received.</summary>
    public long BodyBytes { get; init; }

    /// <summary>Bytes of the picture that was taken of it; 0 when none was.</summary>
    public long ScreenshotBytes { get; init; }

    /// <summary>The page rules that fit it.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Where it is kept, and from whom it came.</summary>
    public required RecordedAt At { get; init; }

    /// <summary>The text, when it was asked for and the body is one.</summary>
    public string? Text { get; init; }

    /// <summary>The bytes, when they were asked for.</summary>
    public byte[]? Raw { get; init; }
}
