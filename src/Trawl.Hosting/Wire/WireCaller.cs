using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Api.Serialization;

namespace Trawl.Hosting.Wire;

/// <summary>Calls the engine of another process: one connection a call, so that hanging up is how a call is given up.</summary>
internal sealed class WireCaller(string socketPath)
{
    private static readonly TimeSpan s_greeting = TimeSpan.FromSeconds(10);

    /// <exception cref="EngineGoneException">There is no answer.</exception>
    public async Task<ApiResult<TResponse>> CallAsync<TRequest, TResponse>(
        WireMethod<TRequest, TResponse> method, TRequest request, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : class
    {
        using var channel = await ConnectAsync(cancellationToken);
        try
        {
            await SendAsync(channel, method.Name, method.Write(request), cancellationToken);
            var answer = await ReadAsync(channel, cancellationToken);
            return answer.Result is { } result && method.Read(result) is { } value
                ? value
                : answer.Error ?? new ApiError(ApiErrorKind.Internal, $"The engine gave no answer to \"{method.Name}\".");
        }
        catch (Exception error) when (IsGone(error))
        {
            throw new EngineGoneException("The engine hung up.", error);
        }
    }

    /// <exception cref="EngineGoneException">The engine went away before the end.</exception>
    public async IAsyncEnumerable<RunSnapshot> FollowAsync(
        FollowRunRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var channel = await ConnectAsync(cancellationToken);
        var line = JsonSerializer.SerializeToElement(request, ApiJson.Default.FollowRunRequest);
        await GuardAsync(async () =>
        {
            await SendAsync(channel, WireMethods.Follow, line, cancellationToken);
            return true;
        });
        while (true)
        {
            var answer = await GuardAsync(() => ReadAsync(channel, cancellationToken));
            if (answer.Item?.Deserialize(ApiJson.Default.RunSnapshot) is not { } snapshot)
            {
                yield break;
            }

            yield return snapshot;
        }
    }

    private async Task<LineChannel> ConnectAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(s_greeting, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        LineChannel? channel = null;
        try
        {
#pragma warning disable RS0030 // A file of this machine, not an address.
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), either.Token);
#pragma warning restore RS0030
            channel = new LineChannel(socket);
            var hello = await channel.ReadAsync(WireJson.Default.WireHello, either.Token);
            return hello?.Protocol == WireHello.Current
                ? channel
                : throw new EngineGoneException(
                    hello is null
                        ? "The engine hung up."
                        : $"The engine speaks protocol {hello.Protocol}, this trawl {WireHello.Current}.");
        }
        catch (Exception error)
        {
            channel?.Dispose();
            socket.Dispose();
            if (error is EngineGoneException || cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            throw new EngineGoneException("The engine does not answer.", error);
        }
    }

    private static Task SendAsync(LineChannel channel, string method, JsonElement request, CancellationToken cancellationToken) =>
        channel.WriteAsync(new WireRequest(1, method, request), WireJson.Default.WireRequest, cancellationToken);

    private static async Task<WireResponse> ReadAsync(LineChannel channel, CancellationToken cancellationToken) =>
        await channel.ReadAsync(WireJson.Default.WireResponse, cancellationToken) ?? throw new IOException("The engine hung up.");

    private static async Task<T> GuardAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception error) when (IsGone(error))
        {
            throw new EngineGoneException("The engine hung up.", error);
        }
    }

    private static bool IsGone(Exception error) => error is IOException or SocketException or JsonException;
}
