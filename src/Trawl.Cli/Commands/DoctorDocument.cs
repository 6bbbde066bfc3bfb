namespace Trawl.Cli.Commands;

internal sealed record DoctorDocument(CheckVerdict Verdict, IReadOnlyList<DoctorCheck> Checks);
