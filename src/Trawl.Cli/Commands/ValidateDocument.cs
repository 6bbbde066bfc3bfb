using Trawl.Api.Pipelines;

namespace Trawl.Cli.Commands;

internal sealed record ValidateDocument(
    string File, bool Valid, string? Pipeline, int Errors, int Warnings, IReadOnlyList<PipelineDiagnostic> Diagnostics)
{
    public static ValidateDocument Of(string file, ValidateResponse response) => new(
        file,
        response.IsValid,
        response.Plan?.Name,
        response.Diagnostics.Count(d => d.IsError),
        response.Diagnostics.Count(d => !d.IsError),
        response.Diagnostics);
}
