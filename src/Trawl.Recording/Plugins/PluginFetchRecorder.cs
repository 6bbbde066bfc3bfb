using System.Net;
using System.Text;
using Trawl.Engine.Seams.Fetching;
using Trawl.Recording.Capturing;
using Trawl.Recording.Redacting;
using Trawl.Storage.Durability;
using Trawl.Warc;
using Trawl.Warc.Http;
using Trawl.Warc.Writing;

namespace Trawl.Recording.Plugins;

/// <summary>
/// Records what plugins fetch. An exchange is on the disk before the plugin sees it, and so before anything that follows from
/// it can be committed: if the process dies in between, the call comes again and its last answer is the one that counts.
/// </summary>
/// <param name="inner">Fetches.</param>
/// <param name="runFolder">The run's folder.</param>
/// <param name="identity">What ids of records are made of, as for the capture.</param>
/// <param name="redaction">What is not written down of heads.</param>
/// <param name="seal">What is not written down of URLs and of what is sent.</param>
/// <param name="clock">The clock.</param>
public sealed class PluginFetchRecorder(
    IFetcher inner, string runFolder, string identity, Redaction redaction, IUrlSeal seal, TimeProvider clock) : IFetcher, IDisposable
{
    private readonly Lock _lock = new();
    private readonly ExchangeHeads _heads = new(redaction);
    private readonly RecordIds _ids = new(identity + "/plugins");
    private FileStream? _file;
    private WarcWriter? _writer;
    private string _info = "";

    /// <inheritdoc/>
    /// <exception cref="Engine.Seams.Store.RunStoreException">It cannot be written.</exception>
    public async ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var result = await inner.FetchAsync(request, cancellationToken);
        try
        {
            lock (_lock) Write(request, result);
            return result;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            result.Dispose();
            throw CaptureErrors.Unwritable(PluginFetchFiles.Folder(runFolder), error);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer?.Dispose();
        _file?.Dispose();
    }

    private void Write(FetchRequest request, FetchResult result)
    {
        var writer = _writer ??= Begin();
        var envelope = new WarcEnvelope
        {
            TargetUri = seal.Seal(request.Url),
            Date = result.StartedAt,
            IpAddress = IPAddress.TryParse(result.Address, out var address) ? address : null,
            WarcinfoId = _info,
        };
        string[] concurrent = [];
        if (result.Status != 0)
            concurrent = [writer.WriteResponse(envelope, HttpMessage.Raw(_heads.Response(result), WarcBody.FromBytes(result.Body))).RecordId];
        var sent = writer.WriteRequest(envelope with { ConcurrentTo = concurrent }, HttpMessage.Raw(_heads.Request(request, result), Sealed(request.Body)));
        // Last: an exchange without it was cut short, and nobody has seen its answer.
        writer.WriteMetadata(envelope with { ConcurrentTo = [.. concurrent, sent.RecordId] }, [.. ExchangeNotes.Of(result), .. Fields(FetchKey.Of(request))]);
        writer.Flush();
        DurableFile.Flush(_file!);
    }

    private ReadOnlyMemory<byte> Sealed(ReadOnlyMemory<byte> body) =>
        body.IsEmpty ? body : Encoding.Latin1.GetBytes(seal.Seal(Encoding.Latin1.GetString(body.Span)));

    private WarcWriter Begin()
    {
        _file = PluginFetchFiles.CreateNext(runFolder, out var number);
        WarcWriter? writer = null;
        writer = new WarcWriter(_file, new WarcWriterOptions { NewId = () => _ids.At(new(number, writer!.Offset)) }, leaveOpen: true);
        _info = writer.WriteInfo(clock.GetUtcNow(), [new Field("software", "Trawl")], CapturePath.Name(number)).RecordId;
        return writer;
    }

    private static Field[] Fields(FetchKey key) =>
    [
        new(FetchKey.PluginField, key.Plugin), new(FetchKey.CallField, key.Call),
        new(FetchKey.NumberField, key.Number), new(FetchKey.AskedField, key.Asked),
    ];
}
