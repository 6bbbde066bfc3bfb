using Trawl.Engine.Seams.Governing;
using Trawl.Model.Journal;

namespace Trawl.Engine.Running;

/// <content>
/// Heeds the governor: at every turn the loop looks at what it may do, and writes down what was decided. What is under way
/// is always finished, and what is asked for in the end (a stop, a cancellation) is never held back.
/// </content>
internal sealed partial class RunLoop
{
    private RunAllowance _allowed = RunAllowance.Unlimited;

    private int JobsNow => Math.Min(_plan.Fetch.Concurrency, _allowed.Jobs);

    private bool MayAdmit => _allowed.MayAdmit || _end != EndReason.None;

    private void HeedGovernor()
    {
        if (_options.Governor is not { } governor || ReferenceEquals(governor.Allowance, _allowed))
        {
            return;
        }

        var before = _allowed;
        _allowed = governor.Allowance;
        if (_allowed.Sheds > before.Sheds)
        {
            _admission.ForgetCaches();
        }

        foreach (var decision in governor.TakeDecisions())
        {
            Note(JournalKind.GovernorDecided, null, JournalData.Governed(decision));
        }

        if (_allowed.JobsPerHost != before.JobsPerHost)
        {
            foreach (var host in _hosts.Values)
            {
                Reorder(host);
            }
        }
    }

    /// <summary>Outputs wait for room on the disk, a stop excepted.</summary>
    private async Task AwaitRoomAsync()
    {
        HeedGovernor();
        while (!_allowed.MayPublish && !_stopRequested && !_stopNowRequested)
        {
            Report(final: false);
            await _inbox.Reader.WaitToReadAsync();
            TakeInbox();
            HeedGovernor();
        }
    }
}
