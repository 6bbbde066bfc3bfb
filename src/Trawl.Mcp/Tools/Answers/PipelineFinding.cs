using Trawl.Api.Pipelines;

namespace Trawl.Mcp.Tools.Answers;

internal sealed record PipelineFinding(bool IsError, string Code, string Message, string Fix, int Line, int Column, string Path)
{
    public static PipelineFinding Of(PipelineDiagnostic finding) =>
        new(finding.IsError, finding.Code, finding.Message, finding.Fix, finding.Line, finding.Column, finding.Path);
}
