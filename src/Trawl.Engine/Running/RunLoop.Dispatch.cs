using Trawl.Engine.Attempts;
using Trawl.Engine.Crash;
using Trawl.Engine.Hosts;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Errors;
using Trawl.Model.Journal;
using Trawl.Web.Urls;

namespace Trawl.Engine.Running;

internal sealed partial class RunLoop
{
    /// <summary>Outcomes that wait for a commit at most; beyond, nothing new begins (a slow disk slows the crawl).</summary>
    private const int UncommittedMax = 1_000;

    private static readonly TimeSpan s_robotsMaxAge = TimeSpan.FromHours(24);
    private readonly Dictionary<long, HostQueue> _hosts = [];
    private readonly HostOrder _order = new();
    private readonly Flights _flights = new();

    private void Enlist(HostRow row)
    {
        var host = NewHost(row.Id, row.Name, row);
        host.NextAllowedAt = _options.Unpaced ? default : row.NextAllowedAt;
        if (row.LeftLeased && host.Throttle.Delay > TimeSpan.Zero)
        {
            // The dead engine may have sent a request in its last moment: keep the distance from now on.
            var careful = _startedAt + host.Throttle.Delay;
            host.NextAllowedAt = careful > host.NextAllowedAt ? careful : host.NextAllowedAt;
            MarkDirty(host);
        }

        host.Queued = row.Queued;
        ConsiderLease(host);
    }

    private HostQueue NewHost(long id, string name, HostRow? row)
    {
        var throttle = _options.Unpaced
            ? new HostThrottle(_plan.Fetch with { Delay = TimeSpan.Zero, Adaptive = false }, null, 0)
            : new HostThrottle(_plan.Fetch, row?.Delay, row?.Failures ?? 0);
        var host = new HostQueue { Id = id, Name = name, Throttle = throttle };
        if (!_plan.Fetch.ObeyRobots)
        {
            host.Robots = RobotsState.Known;
        }

        _hosts.Add(id, host);
        return host;
    }

    /// <summary>The host of a request, which a store may hand out before anything else is known of the host.</summary>
    private HostQueue HostOf(LeasedRequest request) =>
        _hosts.TryGetValue(request.HostId, out var host)
            ? host
            : NewHost(request.HostId, WebUrl.Parse(request.Url).Origin, null);

    private void Dispatch()
    {
        var now = _clock.GetUtcNow();
        while (MayDispatch(now) && _order.First is { } host && host.NextAllowedAt <= now)
        {
            DispatchFrom(host, now);
            Reorder(host);
        }
    }

    private bool MayDispatch(DateTimeOffset now) =>
        _end == EndReason.None && _inFlight - _flights.GivenBack(now) < JobsNow && _settled.Count < UncommittedMax && !IsBudgetSpent();

    private void DispatchFrom(HostQueue host, DateTimeOffset now)
    {
        if (host.Robots == RobotsState.Known && _plan.Fetch.ObeyRobots && now - host.RobotsFetchedAt > s_robotsMaxAge)
        {
            host.Robots = RobotsState.Unknown;
        }

        if (host.Robots == RobotsState.Unknown)
        {
            host.Robots = RobotsState.Asked;
            var asked = Occupy(host, now);
            var (id, name, failures) = (host.Id, host.Name, host.RobotsFailures);
            Spawn(async () => Send(new LoopEvent.RobotsRead(asked, await _robots.ReadAsync(id, name, failures, _attempts.Token))));
            return;
        }

        var request = host.Ready.Dequeue();
        _leasedAhead--;
        if (Refusal(host, request) is { } refused)
        {
            _settled.Add(refused);
            return;
        }

        var flight = Occupy(host, now);
        Spawn(async () =>
        {
            var result = await _runner.RunAsync(request, _attempts.Token);
            CrashPoints.Reach(CrashPoint.OutcomeQueued);
            Send(new LoopEvent.Attempted(flight, result));
        });
    }

    private Flight Occupy(HostQueue host, DateTimeOffset now)
    {
        _inFlight++;
        host.InFlight++;
        host.Note = null;
        host.NextAllowedAt = now + host.Throttle.Delay;
        if (host.Throttle.Delay > TimeSpan.Zero)
        {
            MarkDirty(host);
        }

        return _flights.Begin(host, now);
    }

    /// <summary>The settlement of a request that robots.txt forbids; null when it may go.</summary>
    private Settlement? Refusal(HostQueue host, LeasedRequest request)
    {
        if (!_plan.Fetch.ObeyRobots)
        {
            return null;
        }

        if (host.Robots == RobotsState.Unreachable)
        {
            return Skip(request, ErrorCode.SkipRobotsUnreachable, $"robots.txt of {host.Name} cannot be reached, so all is disallowed.");
        }

        return RobotsReader.Refusal(host.Rules, request.Url) is { } rule ? Skip(request, ErrorCode.SkipRobots, rule) : null;
    }

    private Settlement Skip(LeasedRequest request, string code, string reason) =>
        new() { Request = request, As = SettledAs.Skipped, At = _clock.GetUtcNow(), Code = code, Reason = reason };

    private void OnAttempted(Flight flight, AttemptResult result)
    {
        var host = flight.Host;
        _flights.End(flight);
        _inFlight--;
        if (_ended)
        {
            // It was left to itself, and its request is settled or the next engine's.
            return;
        }

        host.InFlight--;
        _settled.Add(result.Settlement);
        Heed(host, result);
        foreach (var warning in result.Warnings ?? [])
        {
            Note(JournalKind.Warning, result.Settlement.Request.Id, JournalData.Text(warning));
        }

        if (result.Fatal is { } fatal && _end == EndReason.None)
        {
            _end = EndReason.Fatal;
            _reason = fatal;
        }

        if (result.Suspend is { } why)
        {
            Suspend(why);
        }

        Reorder(host);
    }

    private void Suspend(string why)
    {
        if (_end == EndReason.None)
        {
            _end = EndReason.Stopped;
            _reason = why;
            Note(JournalKind.StopRequested, null, JournalData.Suspended(why, _inFlight));
        }
    }

    private void Heed(HostQueue host, AttemptResult result)
    {
        host.HasAnswered |= result.Signal == HostSignal.Answered;
        var changed = result.Signal switch
        {
            HostSignal.Answered => host.Throttle.Succeeded(result.Settlement.Duration),
            HostSignal.Refused => host.Throttle.Refused(),
            _ => false,
        };
        if (changed)
        {
            MarkDirty(host);
            if (result.Signal == HostSignal.Refused)
            {
                host.Note = "throttled";
                Note(JournalKind.HostThrottled, result.Settlement.Request.Id, JournalData.Throttled(host));
            }
        }

        if (result.HostPause is { } pause)
        {
            Postpone(host, _clock.GetUtcNow() + pause);
            host.Note = "retry-after";
        }
    }

    private void OnRobotsRead(Flight flight, RobotsOutcome outcome)
    {
        var host = flight.Host;
        _flights.End(flight);
        _inFlight--;
        if (_ended)
        {
            return;
        }

        host.InFlight--;
        if (outcome.RetryAfter is { } pause)
        {
            host.Robots = RobotsState.Unknown;
            host.RobotsFailures++;
            host.Note = "robots";
            Postpone(host, _clock.GetUtcNow() + pause);
        }
        else
        {
            host.Robots = outcome.Rules is null ? RobotsState.Unreachable : RobotsState.Known;
            host.Rules = outcome.Rules;
            host.RobotsFetchedAt = outcome.FetchedAt;
            host.RobotsFailures = 0;
            if (!_options.Unpaced)
            {
                host.Throttle.Respect(RobotsReader.CrawlDelay(outcome.Rules));
            }
        }

        if (outcome.Captured.Count > 0)
        {
            host.NewCaptures.AddRange(outcome.Captured);
            MarkDirty(host);
        }

        if (outcome.Fetched is { } fetched)
        {
            host.NewRobots = fetched;
            MarkDirty(host);
        }

        if (outcome.Status is { } status)
        {
            Note(JournalKind.RobotsFetched, null, JournalData.Robots(host.Name, status, outcome.Explanation));
        }

        Reorder(host);
    }

    private void Postpone(HostQueue host, DateTimeOffset until)
    {
        if (until > host.NextAllowedAt && !_options.Unpaced)
        {
            host.NextAllowedAt = until;
            MarkDirty(host);
        }
    }

    /// <summary>After every change of a host: its place in the order, its wish for more, its leaving.</summary>
    private void Reorder(HostQueue host)
    {
        var most = host.IsDoubtful && !_options.Unpaced ? 1 : Math.Min(_plan.Fetch.PerHostConcurrency, _allowed.JobsPerHost);
        var free = host.InFlight < most && host.Robots != RobotsState.Asked;
        _order.Place(host, free && host.Ready.Count > 0);
        ConsiderLease(host);
    }
}
