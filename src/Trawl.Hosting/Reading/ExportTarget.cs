using Trawl.Model.Plans;

namespace Trawl.Hosting.Reading;

/// <summary>An export that can be made.</summary>
internal sealed record ExportTarget(OutputFormat Format);
