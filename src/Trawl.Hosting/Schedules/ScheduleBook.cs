using Trawl.Api.Errors;
using Trawl.Api.Schedules;
using Trawl.Hosting.Reading;
using Trawl.Scheduling.Schedules;
using Trawl.Scheduling.Store;

namespace Trawl.Hosting.Schedules;

/// <summary>What doors may do with the schedules of a home, and why not. Opened when first needed.</summary>
internal sealed class ScheduleBook(string home, TimeProvider clock) : IDisposable
{
    private readonly Lock _turn = new();
    private ScheduleStore? _store;

    public ApiResult<ScheduleInfo> Add(AddScheduleRequest request) =>
        ScheduleReading.Of(request).TryGet(out var schedule, out var wrong) ? Add(schedule) : wrong;

    public ApiResult<ScheduleInfo> Add(Schedule schedule)
    {
        var now = clock.GetUtcNow();
        if (ScheduleCheck.Problem(schedule, now) is { } problem)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, problem);
        }

        if (schedule.Trigger is AfterTrigger after && Find(after.Schedule) is null)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, $"There is no schedule \"{after.Schedule}\" to wait for.", "Add that one first.");
        }

        return Store().Add(schedule, now)
            ? Show(schedule.Name)
            : new ApiError(ApiErrorKind.Conflict, $"There is a schedule \"{schedule.Name}\" already.", "Remove it, or give this one another name.");
    }

    public ApiResult<SchedulePage> List(ListSchedulesRequest request)
    {
        if (Limits.Check(request.Limit) is { } wrong)
        {
            return wrong;
        }

        var now = clock.GetUtcNow();
        var rows = Rows().Where(r => string.CompareOrdinal(r.Schedule.Name, request.After ?? "") > 0).Take(request.Limit + 1).ToArray();
        return new SchedulePage(
            [.. rows.Take(request.Limit).Select(r => ScheduleViews.Of(r, now))],
            rows.Length > request.Limit ? rows[request.Limit - 1].Schedule.Name : null);
    }

    public ApiResult<ScheduleInfo> SetPaused(string name, bool paused) =>
        IsThere && Store().SetPaused(name, paused, clock.GetUtcNow()) ? Show(name) : Unknown(name);

    public ApiResult<ScheduleInfo> Remove(string name) =>
        Find(name) is { } row && Store().Remove(name) ? ScheduleViews.Of(row, clock.GetUtcNow()) : Unknown(name);

    public ApiResult<NextTimes> Next(NextTimesRequest request)
    {
        if (Limits.Check(request.Limit) is { } wrong)
        {
            return wrong;
        }

        if (request.Name is { } name && Find(name) is null)
        {
            return Unknown(name);
        }

        var now = clock.GetUtcNow();
        return new NextTimes([
            .. Rows().Where(r => !r.IsPaused && (request.Name is null || r.Schedule.Name == request.Name))
                .SelectMany(r => ScheduleViews.Next(r, now, request.Limit)).OrderBy(n => n.Due).Take(request.Limit),
        ]);
    }

    public ApiResult<FiringPage> Firings(ListFiringsRequest request)
    {
        if (Limits.Check(request.Limit) is { } wrong)
        {
            return wrong;
        }

        var rows = IsThere ? Store().History(request.Name, request.Limit + 1, request.Before) : [];
        return new FiringPage(
            [.. rows.Take(request.Limit).Select(ScheduleViews.Of)], rows.Count > request.Limit ? rows[request.Limit - 1].Id : null);
    }

    public void Dispose() => _store?.Dispose();

    /// <summary>Reading makes no file.</summary>
    private bool IsThere => _store is not null || File.Exists(Path.Combine(home, "schedules.db"));

    private ApiResult<ScheduleInfo> Show(string name) =>
        Find(name) is { } row ? ScheduleViews.Of(row, clock.GetUtcNow()) : Unknown(name);

    private ScheduleRow? Find(string name) => Rows().FirstOrDefault(r => r.Schedule.Name == name);

    private IReadOnlyList<ScheduleRow> Rows() => IsThere ? Store().List() : [];

    private ScheduleStore Store()
    {
        lock (_turn)
        {
            return _store ??= ScheduleStore.Open(home);
        }
    }

    private static ApiError Unknown(string name) => new(
        ApiErrorKind.NotFound, $"There is no schedule \"{name}\".", "\"trawl schedule list\" shows those there are.");
}
