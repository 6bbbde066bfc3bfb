using System.CommandLine;
using Trawl.Access;

namespace Trawl.Cli.Commands.Access;

internal sealed class AuditVerifyCommand : AccessCommand
{
    private readonly Option<string?> _head = new("--head") { Description = "A head noted earlier; it must be in the chain.", HelpName = "hash" };

    public AuditVerifyCommand()
        : base("verify", "Check that no entry of the audit journal was changed; names the first bad one.", "trawl audit verify") => Add(_head);

    protected override int Execute(CliSession session, AccessControl access, ParseResult parsed)
    {
        var verdict = access.Audit.Verify(parsed.GetValue(_head));
        if (session.IsJson)
        {
            session.Data.WriteJson(verdict, CliJson.Readable.AuditVerdict);
        }
        else if (verdict.BadSequence is { } bad)
        {
            session.Talk.Error($"Entry {bad} is not as it was written: {verdict.Problem}", "Entries before it are good. Compare with a backup of access.db.");
        }
        else
        {
            session.Talk.Say($"{verdict.Entries} entries, each as it was written. Head {verdict.Head}; note it elsewhere to notice a journal cut off.");
        }

        return verdict.BadSequence is null ? ExitCode.Ok : ExitCode.RunFailed;
    }
}
