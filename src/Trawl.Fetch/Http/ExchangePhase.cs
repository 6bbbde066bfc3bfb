namespace Trawl.Fetch.Http;

internal enum ExchangePhase
{
    Connecting,
    AwaitingHeaders,
    ReadingBody,
}
