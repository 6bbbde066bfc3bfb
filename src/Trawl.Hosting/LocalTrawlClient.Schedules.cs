using Trawl.Api.Errors;
using Trawl.Api.Pipelines.Saved;
using Trawl.Api.Schedules;

namespace Trawl.Hosting;

public sealed partial class LocalTrawlClient
{
    /// <inheritdoc/>
    public Task<ApiResult<ScheduleInfo>> AddScheduleAsync(AddScheduleRequest request, CancellationToken cancellationToken) => ReadAsync(
        () => _saved.Read(new ReadPipelineRequest(request.Pipeline.Name, request.Pipeline.Version)).TryGet(out _, out var unknown)
            ? _schedules.Add(request)
            : unknown,
        cancellationToken);

    /// <summary>Adds a schedule that may be of a file of this machine.</summary>
    internal ApiResult<ScheduleInfo> AddSchedule(Scheduling.Schedules.Schedule schedule) => _schedules.Add(schedule);

    /// <inheritdoc/>
    public Task<ApiResult<SchedulePage>> ListSchedulesAsync(ListSchedulesRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _schedules.List(request), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<ScheduleInfo>> PauseScheduleAsync(ScheduleNameRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _schedules.SetPaused(request.Name, paused: true), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<ScheduleInfo>> ResumeScheduleAsync(ScheduleNameRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _schedules.SetPaused(request.Name, paused: false), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<ScheduleInfo>> RemoveScheduleAsync(ScheduleNameRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _schedules.Remove(request.Name), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<NextTimes>> NextTimesAsync(NextTimesRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _schedules.Next(request), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<FiringPage>> ListFiringsAsync(ListFiringsRequest request, CancellationToken cancellationToken) =>
        ReadAsync(() => _schedules.Firings(request), cancellationToken);
}
