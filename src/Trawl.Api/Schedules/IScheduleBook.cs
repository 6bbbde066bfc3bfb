using Trawl.Api.Errors;

namespace Trawl.Api.Schedules;

/// <summary>The schedules of a home. A change is durable when its call returns; <c>trawl up</c> sees it within a second.</summary>
public interface IScheduleBook
{
    /// <summary>Adds a schedule for a saved pipeline.</summary>
    Task<ApiResult<ScheduleInfo>> AddScheduleAsync(AddScheduleRequest request, CancellationToken cancellationToken);

    /// <summary>The schedules.</summary>
    Task<ApiResult<SchedulePage>> ListSchedulesAsync(ListSchedulesRequest request, CancellationToken cancellationToken);

    /// <summary>Nothing of a schedule is due until it goes on; a run under way is not touched.</summary>
    Task<ApiResult<ScheduleInfo>> PauseScheduleAsync(ScheduleNameRequest request, CancellationToken cancellationToken);

    /// <summary>Lets a schedule go on from now: what passed meanwhile was not due.</summary>
    Task<ApiResult<ScheduleInfo>> ResumeScheduleAsync(ScheduleNameRequest request, CancellationToken cancellationToken);

    /// <summary>Removes a schedule; answers it as it was. Its runs stay.</summary>
    Task<ApiResult<ScheduleInfo>> RemoveScheduleAsync(ScheduleNameRequest request, CancellationToken cancellationToken);

    /// <summary>The times that come next, daylight saving and jitter included.</summary>
    Task<ApiResult<NextTimes>> NextTimesAsync(NextTimesRequest request, CancellationToken cancellationToken);

    /// <summary>What became of times that were due.</summary>
    Task<ApiResult<FiringPage>> ListFiringsAsync(ListFiringsRequest request, CancellationToken cancellationToken);
}
