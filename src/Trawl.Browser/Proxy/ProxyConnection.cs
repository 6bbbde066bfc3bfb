using System.Net.Sockets;
using System.Text;
using Trawl.Fetch.Egress;

namespace Trawl.Browser.Proxy;

/// <summary>One connection of the browser: what it asks for is held against the egress rules before anything is dialled.</summary>
internal sealed class ProxyConnection(Stream browser, GuardedDialer dialer, Action<string> onRefused)
{
    private readonly ProxyBuffer _fromBrowser = new(browser);

    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        if (await NextAsync(cancellationToken).ConfigureAwait(false) is not { } first) return;
        await using var server = await DialAsync(first.Target, cancellationToken).ConfigureAwait(false);
        if (server is null) return;
        if (first.IsTunnel) await browser.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        var answers = server.CopyToAsync(browser, cancellationToken);
        var asked = first.IsTunnel ? _fromBrowser.CopyAllAsync(server, cancellationToken).AsTask() : SendAsync(first, server, cancellationToken);
        // Whichever side ends, the other has nobody to talk to.
        await Task.WhenAny(answers, asked).ConfigureAwait(false);
    }

    private async ValueTask<ProxyRequest?> NextAsync(CancellationToken cancellationToken)
    {
        var head = await _fromBrowser.ReadHeadAsync(cancellationToken).ConfigureAwait(false);
        return head.IsEmpty ? null : ProxyRequest.Read(head.Span);
    }

    private async Task SendAsync(ProxyRequest request, Stream server, CancellationToken cancellationToken)
    {
        var target = request.Target;
        while (true)
        {
            await server.WriteAsync(request.Head, cancellationToken).ConfigureAwait(false);
            if (request.BodyLength is not { } length)
            {
                await _fromBrowser.CopyAllAsync(server, cancellationToken).ConfigureAwait(false);
                return;
            }

            if (!await _fromBrowser.CopyAsync(server, length, cancellationToken).ConfigureAwait(false)) return;
            // The connection is the first target's: another one needs a check and a connection of its own.
            if (await NextAsync(cancellationToken).ConfigureAwait(false) is not { IsTunnel: false } next || next.Target != target) return;
            request = next;
        }
    }

    private async ValueTask<Stream?> DialAsync(EgressTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return await dialer.DialAsync(target, cancellationToken).ConfigureAwait(false);
        }
        catch (EgressRefusedException refused)
        {
            onRefused(refused.Message);
            await AnswerAsync("403 Forbidden", cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            await AnswerAsync("502 Bad Gateway", cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private ValueTask AnswerAsync(string status, CancellationToken cancellationToken) =>
        browser.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), cancellationToken);
}
