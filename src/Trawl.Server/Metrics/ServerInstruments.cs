using System.Diagnostics.Metrics;

namespace Trawl.Server.Metrics;

/// <summary>What the server measures of itself.</summary>
internal sealed class ServerInstruments : IDisposable
{
    public const string Name = "Trawl.Server";

    private readonly Meter _meter = new(Name);
    private readonly Histogram<double> _requests;
    private readonly UpDownCounter<long> _followers;
    private readonly UpDownCounter<long> _sockets;

    public ServerInstruments()
    {
        _requests = _meter.CreateHistogram<double>("trawl_http_request_duration_seconds", "s", "Time from the first to the last byte of an answer.");
        _followers = _meter.CreateUpDownCounter<long>("trawl_journal_followers", "{follower}", "Open journal streams.");
        _sockets = _meter.CreateUpDownCounter<long>("trawl_mcp_sockets", "{socket}", "Open WebSockets of assistants.");
    }

    public void Answered(string method, string route, int status, TimeSpan took) => _requests.Record(
        took.TotalSeconds, new("method", method), new("route", route), new("status", status));

    public void Followers(int change) => _followers.Add(change);

    public void Sockets(int change) => _sockets.Add(change);

    public void Dispose() => _meter.Dispose();
}
