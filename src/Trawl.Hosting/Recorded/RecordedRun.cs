using Trawl.Api.Errors;
using Trawl.Engine.Admission;
using Trawl.Engine.Seams.Fetching;
using Trawl.Hosting.Home;
using Trawl.Model.Plans;
using Trawl.Recording.Reading;
using Trawl.Storage.Reading;
using Trawl.Web.Urls;

namespace Trawl.Hosting.Recorded;

/// <summary>A run with what it recorded, open for reading. One thread; its capture may be read by any number.</summary>
internal sealed class RecordedRun : IDisposable
{
    private readonly IUrlSeal? _seal;

    /// <param name="folder">The run's folder.</param>
    /// <param name="seal">What its URLs were sealed with.</param>
    public RecordedRun(string folder, HomeSeal seal)
    {
        Folder = folder;
        Reader = RunReader.Open(folder);
        Capture = RunCapture.Open(folder);
        Info = Reader.ReadRun();
        Plan = Reader.ReadPlan();
        _seal = seal.UrlsOf(Plan);
    }

    public string Folder { get; }

    public RunReader Reader { get; }

    public RunCapture Capture { get; }

    public RunInfo Info { get; }

    public PipelinePlan Plan { get; }

    /// <summary>The request of a URL in any spelling, sealed or as it is sent.</summary>
    public ApiResult<RequestRow> FindRequest(string asked)
    {
        if (!WebUrl.TryParse(asked, out var parsed) || !parsed.IsHttp)
        {
            return new ApiError(
                ApiErrorKind.InvalidRequest,
                $"\"{asked}\" is no absolute http or https URL.",
                "Write it whole, as in \"https://example.com/a\".");
        }

        var url = new UrlForm(Plan.Canonical, _seal).Of(parsed).Href;
        return Reader.Request(url) is { } request ? request : NearUrls.Unknown(Reader, Info.Id.Value, url);
    }

    /// <summary>What was recorded of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="attempt">Which attempt, from 1; null for the last that was recorded.</param>
    public ApiResult<RecordedExchange> FindExchange(RequestRow request, int? attempt)
    {
        try
        {
            var found = attempt is { } number ? Capture.Find(request.Id, number - 1) : Last(request);
            return found is null ? NotRecorded.Of(this, request, attempt) : found;
        }
        catch (CaptureDamagedException damage)
        {
            return NotRecorded.Damaged(Info.Id.Value, damage);
        }
    }

    private RecordedExchange? Last(RequestRow request)
    {
        for (var attempt = request.Attempts - 1; attempt >= 0; attempt--)
        {
            if (Capture.Find(request.Id, attempt) is { } exchange)
            {
                return exchange;
            }
        }

        return null;
    }

    public void Dispose()
    {
        Capture.Dispose();
        Reader.Dispose();
    }
}
