using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Trawl.Server.Telemetry;

/// <summary>
/// Sends Trawl's traces and metrics to a collector (OTLP over HTTP, protobuf). What cannot be delivered is dropped: a crawl
/// never waits for who watches it. Disposing sends what is left, for five seconds at most.
/// </summary>
public sealed class OtlpExport : IDisposable
{
    private const string Everything = "Trawl.*";
    private const int LastSend = 5_000;

    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    /// <param name="collector">The collector's base address, as in <c>http://127.0.0.1:4318</c>.</param>
    /// <param name="version">Trawl's version.</param>
    /// <param name="every">How often metrics are sent.</param>
    public OtlpExport(Uri collector, string version, TimeSpan every)
    {
        var resource = ResourceBuilder.CreateEmpty().AddService("trawl", serviceVersion: version);
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource).AddSource(Everything)
            .AddOtlpExporter(options => Point(options, collector, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource).AddMeter(Everything)
            .AddOtlpExporter((options, reader) =>
            {
                Point(options, collector, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)every.TotalMilliseconds;
            })
            .Build();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces.ForceFlush(LastSend);
        _metrics.ForceFlush(LastSend);
        _traces.Dispose();
        _metrics.Dispose();
    }

    private static void Point(OtlpExporterOptions options, Uri collector, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(new Uri(collector.AbsoluteUri.TrimEnd('/') + "/"), path);
    }
}
