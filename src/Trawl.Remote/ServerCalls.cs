using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Trawl.Api.Errors;

namespace Trawl.Remote;

#pragma warning disable RS0030 // The server its user named; not an address that a page or a pipeline leads to.

/// <summary>Calls of one server: documents, events, files. What goes wrong on the way is a refusal like any other.</summary>
internal sealed class ServerCalls : IDisposable
{
    private readonly HttpClient _http;

    public ServerCalls(RemoteOptions options)
    {
        Server = options.Server;
        var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = System.Net.DecompressionMethods.All };
        if (options.Fingerprint is { } fingerprint)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                certificate is not null && Convert.ToHexString(SHA256.HashData(certificate.GetRawCertData()))
                    .Equals(fingerprint.Replace(":", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }

        // Replays and exports take as long as they take; who waits can give up.
        _http = new HttpClient(handler) { BaseAddress = options.Server, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = options.Token is { } token ? new AuthenticationHeaderValue("Bearer", token) : null;
    }
    public Uri Server { get; }

    public Task<ApiResult<T>> GetAsync<T>(Query query, CancellationToken cancel)
        where T : class => DocumentAsync<T>(new HttpRequestMessage(HttpMethod.Get, query.ToString()), cancel);

    public Task<ApiResult<T>> PostAsync<TBody, T>(Query query, TBody body, CancellationToken cancel, string? idempotencyKey = null)
        where T : class
    {
        var request = Post(query, body);
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return DocumentAsync<T>(request, cancel);
    }

    public static HttpRequestMessage Post<TBody>(Query query, TBody body) =>
        new(HttpMethod.Post, query.ToString()) { Content = JsonContent.Create(body, RemoteJson.Of<TBody>()) };

    /// <summary>Makes a call and hands the answer, its head read and its status good, to a reader.</summary>
    public async Task<ApiResult<T>> SendAsync<T>(
        HttpRequestMessage request, Func<HttpResponseMessage, Task<ApiResult<T>>> read, CancellationToken cancel)
        where T : class
    {
        try
        {
            using (request)
            {
                using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
                return response.IsSuccessStatusCode ? await read(response) : await RefusalAsync(response, cancel);
            }
        }
        catch (Exception error) when (error is HttpRequestException or IOException or JsonException)
        {
            return new ApiError(
                ApiErrorKind.Unavailable, $"The server at {Server} does not answer as a Trawl server: {Innermost(error)}",
                "Check the address, and whether \"trawl up\" runs there.");
        }
    }

    /// <summary>Makes a call whose answer is one document.</summary>
    public Task<ApiResult<T>> DocumentAsync<T>(HttpRequestMessage request, CancellationToken cancel)
        where T : class =>
        SendAsync<T>(request, async response => await ReadAsync(response, RemoteJson.Of<T>(), cancel), cancel);

    public void Dispose() => _http.Dispose();

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancel) =>
        await response.Content.ReadFromJsonAsync(type, cancel) ?? throw new JsonException("it sent null.");

    private async Task<ApiError> RefusalAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var problem = response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? await ReadAsync(response, RemoteJson.Default.ProblemBody, cancel)
            : null;
        return problem?.ToError() ?? new ApiError(
            ApiErrorKind.Unavailable, $"{Server} answers {(int)response.StatusCode} and is no Trawl server.", "Check the address.");
    }

    private static string Innermost(Exception error) => error.InnerException is { } inner ? Innermost(inner) : error.Message;
}
