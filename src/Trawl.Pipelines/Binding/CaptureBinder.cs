using Trawl.Model.Plans;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds <c>capture</c> and <c>redact</c>.</summary>
internal static class CaptureBinder
{
    public static CapturePlan Bind(MapNode root) => new()
    {
        Mode = root.Text("capture") switch
        {
            "none" => CaptureMode.None,
            "failures" => CaptureMode.Failures,
            _ => CaptureMode.Full,
        },
        RedactHeaders = root.Map("redact")?.Texts("headers") ?? [],
        RedactQuery = root.Map("redact")?.Texts("query") ?? [],
    };
}
