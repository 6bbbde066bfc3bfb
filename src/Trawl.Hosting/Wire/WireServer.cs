using System.Net.Sockets;
using System.Text.Json;
using Trawl.Api;
using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Api.Serialization;

namespace Trawl.Hosting.Wire;

/// <summary>Answers other processes of this home's user. Nothing that comes in can bring the engine down.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly Socket _socket;
    private readonly ITrawlClient _client;
    private readonly Task _accepting;

    public WireServer(Socket socket, ITrawlClient client)
    {
        _socket = socket;
        _client = client;
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Hangs up on everybody. A caller that still wants something looks for the next engine.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _socket.Dispose();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                var caller = await _socket.AcceptAsync(_closing.Token);
                _ = Task.Run(() => ServeAsync(caller));
            }
            catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // Out of descriptors, or a caller that was gone before it was greeted: the next one may fare better.
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private async Task ServeAsync(Socket caller)
    {
        using var channel = new LineChannel(caller);
        try
        {
            await channel.WriteAsync(new WireHello(WireHello.Current, Environment.ProcessId), WireJson.Default.WireHello, _closing.Token);
            while (await channel.ReadAsync(WireJson.Default.WireRequest, _closing.Token) is { } line)
            {
                await AnswerAsync(channel, line);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The caller hung up, or we did.
        }
        catch (JsonException)
        {
            // Not our protocol. There is nobody to answer.
        }
    }

    private async Task AnswerAsync(LineChannel channel, WireRequest line)
    {
        if (line.Method == WireMethods.Follow)
        {
            await FollowAsync(channel, line);
            return;
        }

        var answer = WireMethods.ByName.TryGetValue(line.Method ?? "", out var method)
            ? await AnswerAsync(method, line)
            : Refuse(line, $"There is no method \"{line.Method}\".");
        await channel.WriteAsync(answer, WireJson.Default.WireResponse, _closing.Token);
    }

    private async Task<WireResponse> AnswerAsync(IWireMethod method, WireRequest line)
    {
        try
        {
            return await method.AnswerAsync(_client, line, _closing.Token);
        }
        catch (JsonException error)
        {
            return Refuse(line, $"The params of \"{line.Method}\" cannot be read: {error.Message}");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new WireResponse(line.Id) { Error = new ApiError(ApiErrorKind.Internal, error.ToString()) };
        }
    }

    private async Task FollowAsync(LineChannel channel, WireRequest line)
    {
        FollowRunRequest? request;
        try
        {
            request = line.Params.Deserialize(ApiJson.Default.FollowRunRequest);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            request = null;
        }

        if (request?.RunId is null)
        {
            await channel.WriteAsync(
                Refuse(line, $"The params of \"{line.Method}\" cannot be read."), WireJson.Default.WireResponse, _closing.Token);
            return;
        }

        await foreach (var snapshot in _client.FollowRunAsync(request, _closing.Token))
        {
            var item = JsonSerializer.SerializeToElement(snapshot, ApiJson.Default.RunSnapshot);
            await channel.WriteAsync(new WireResponse(line.Id) { Item = item }, WireJson.Default.WireResponse, _closing.Token);
        }

        await channel.WriteAsync(new WireResponse(line.Id) { End = true }, WireJson.Default.WireResponse, _closing.Token);
    }

    private static WireResponse Refuse(WireRequest line, string message) =>
        new(line.Id) { Error = new ApiError(ApiErrorKind.InvalidRequest, message) };
}
