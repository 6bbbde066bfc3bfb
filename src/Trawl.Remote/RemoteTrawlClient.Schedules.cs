using System.Globalization;
using Trawl.Api.Errors;
using Trawl.Api.Schedules;

namespace Trawl.Remote;

public sealed partial class RemoteTrawlClient
{
    /// <inheritdoc/>
    public Task<ApiResult<ScheduleInfo>> AddScheduleAsync(AddScheduleRequest request, CancellationToken cancellationToken) =>
        _calls.PostAsync<AddScheduleRequest, ScheduleInfo>(new Query("schedules"), request, cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<SchedulePage>> ListSchedulesAsync(ListSchedulesRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<SchedulePage>(new Query("schedules").With("after", request.After).With("limit", request.Limit), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<ScheduleInfo>> PauseScheduleAsync(ScheduleNameRequest request, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Post, new Query("schedules", request.Name, "pause"), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<ScheduleInfo>> ResumeScheduleAsync(ScheduleNameRequest request, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Post, new Query("schedules", request.Name, "resume"), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<ScheduleInfo>> RemoveScheduleAsync(ScheduleNameRequest request, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Delete, new Query("schedules", request.Name), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<NextTimes>> NextTimesAsync(NextTimesRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<NextTimes>(
            new Query("schedules", "next").With("schedule", request.Name).With("limit", request.Limit), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<FiringPage>> ListFiringsAsync(ListFiringsRequest request, CancellationToken cancellationToken) =>
        _calls.GetAsync<FiringPage>(
            new Query("schedules", "history").With("schedule", request.Name)
                .With("before", request.Before?.ToString(CultureInfo.InvariantCulture)).With("limit", request.Limit),
            cancellationToken);

    private Task<ApiResult<ScheduleInfo>> ChangeAsync(HttpMethod method, Query query, CancellationToken cancellationToken) =>
        _calls.DocumentAsync<ScheduleInfo>(new HttpRequestMessage(method, query.ToString()), cancellationToken);
}
