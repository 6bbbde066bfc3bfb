using Trawl.Engine.Seams.Fetching;
using Trawl.Recording.Reading;

namespace Trawl.Recording.Revalidating;

/// <summary>A page as an earlier run recorded it, with what tells whether it is still the same.</summary>
internal sealed class EarlierPage
{
    private readonly RecordedExchange _exchange;

    private EarlierPage(RecordedExchange exchange, Validators validators) => (_exchange, Validators) = (exchange, validators);

    public Validators Validators { get; }

    /// <summary>
    /// Null when it must be asked for whole: it was not received well, was made by a browser, may not be kept (no-store), or
    /// has nothing to ask by.
    /// </summary>
    public static EarlierPage? Of(RecordedExchange exchange) =>
        exchange is { Method: "GET", Error: null, IsRendered: false, PageStatus: 200 }
        && ValidatorRules.Of(exchange.Header, exchange.Kept is null) is { } validators
            ? new EarlierPage(exchange, validators)
            : null;

    /// <summary>Whether a 304 is about this version.</summary>
    public bool IsMeantBy(FetchResult answer) =>
        Validators.ETag is null || answer.Header("ETag") is not { } named || ValidatorRules.IsSame(named, Validators.ETag);

    /// <summary>The page again, behind an answer that says that it has not changed.</summary>
    public FetchResult After(FetchResult answer) => new(answer.Dispose)
    {
        Status = _exchange.PageStatus,
        Headers = KeptHead.Of(_exchange.Headers, answer.Headers),
        Body = _exchange.Body,
        BodyLength = answer.BodyLength,
        Plain = answer,
        Kept = new KeptAnswer(_exchange.Kept?.At ?? _exchange.StartedAt, _exchange.Kept?.Head ?? _exchange.ResponseHead),
        Notes = answer.Notes,
        RawRequestHead = answer.RawRequestHead,
        SentHeaders = answer.SentHeaders,
        RawResponseHead = answer.RawResponseHead,
        Protocol = answer.Protocol,
        Address = answer.Address,
        StartedAt = answer.StartedAt,
        Duration = answer.Duration,
    };
}
