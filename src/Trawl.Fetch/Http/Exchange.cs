using System.Net.Http;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Bodies;
using Trawl.Fetch.Connections;
using Trawl.Fetch.Proxies;

namespace Trawl.Fetch.Http;

/// <summary>One exchange under way: what its error message and its result need to know.</summary>
internal sealed class Exchange(FetchRequest request, CancellationToken abort)
{
    public static readonly HttpRequestOptionsKey<Exchange> Key = new("trawl.exchange");

    // Request bytes are written in the flow of their exchange (HTTP/1.1), so the connection learns whom it serves.
    private static readonly AsyncLocal<Exchange?> s_current = new();

    private PeerStream? _opening;

    public static Exchange? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    public FetchRequest Request { get; } = request;

    /// <summary>The caller's cancellation and the deadline in one.</summary>
    public CancellationToken Abort { get; } = abort;

    /// <summary>The proxy it goes through; null for none.</summary>
    public ProxySeat? Proxy { get; init; }

    public ExchangePhase Phase { get; set; }

    public string? Address { get; set; }

    public ReceivedBody? Body { get; set; }

    /// <summary>What was sent, as it was sent (HTTP/1.1).</summary>
    public RawHead RequestHead { get; } = new();

    /// <summary>What came back, as it came (HTTP/1.1).</summary>
    public RawHead ResponseHead { get; } = new();

    public void Opening(PeerStream stream)
    {
        Address = stream.Address;
        Volatile.Write(ref _opening, stream);
    }

    public void Opened() => Interlocked.Exchange(ref _opening, null)?.Open();

    /// <summary>The handler would finish a TLS handshake for nobody; such a connection is closed instead.</summary>
    public void Abandon() => Interlocked.Exchange(ref _opening, null)?.Dispose();
}
