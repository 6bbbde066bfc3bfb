using System.CommandLine;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Trawl.Access;
using Trawl.Api.Errors;
using Trawl.Engine.Seams.Store;
using Trawl.Hosting.Schedules;
using Trawl.Scheduling.Store;
using Trawl.Server;
using Trawl.Server.Certificates;
using Trawl.Server.Health;
using Trawl.Server.Telemetry;

namespace Trawl.Cli.Commands;

internal sealed class UpCommand : TrawlCommand
{
    private static readonly TimeSpan s_schedulerSilence = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_metricsEvery = TimeSpan.FromSeconds(15);

    private readonly Option<string> _listen = new("--listen")
    {
        Description = "Where to listen; port 0 takes a free one. Anything but loopback needs a certificate and users.",
        HelpName = "address:port",
        DefaultValueFactory = _ => "127.0.0.1:8480",
    };

    private readonly Option<string[]> _hosts = new("--host")
    {
        Description = "A name under which callers reach the server; may be repeated.", HelpName = "name",
    };

    private readonly Option<string?> _certificate = new("--certificate")
    {
        Description = "HTTPS with this certificate and its key: a PEM or PKCS #12 file.", HelpName = "file",
    };

    private readonly Option<int> _runs = new("--runs")
    {
        Description = "Scheduled runs that may go on at once; the others wait.", HelpName = "number", DefaultValueFactory = _ => 4,
        Validators = { r => { if (r.GetValueOrDefault<int>() < 1) r.AddError("\"--runs\" is a whole number from 1."); } },
    };

    private readonly Option<int> _rate = new("--rate")
    {
        Description = "Requests that a caller may make a second, on average; ten times as many at once.",
        HelpName = "number",
        DefaultValueFactory = _ => 200,
        Validators = { r => { if (r.GetValueOrDefault<int>() < 1) r.AddError("\"--rate\" is a whole number from 1."); } },
    };

    private readonly LogFlags _log = new();

    private readonly Option<Uri?> _otlp = new("--otlp")
    {
        Description = "Send traces and metrics to this OTLP collector (HTTP, protobuf).",
        HelpName = "url",
        CustomParser = r => Uri.TryCreate(r.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : Refused(r),
    };

    private readonly Option<bool> _selfSigned = new("--self-signed")
    {
        Description = "HTTPS with a certificate that the server makes itself and keeps in the home.",
    };

    private readonly Option<bool> _private = new("--private-addresses")
    {
        Description = "Let pipelines that assistants write reach addresses that are not public.",
    };

    public UpCommand()
        : base(
            "up",
            "Serve the HTTP API of the home and carry out its schedules until stopped; runs that others ask for are executed here.",
            "trawl up",
            "trawl up --listen 0.0.0.0:8443 --self-signed --host crawler.example")
    {
        foreach (var option in (Option[])[_listen, _hosts, _certificate, _selfSigned, _runs, _rate, _private, _otlp, .. _log.All])
        {
            Add(option);
        }
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!IPEndPoint.TryParse(parsed.GetRequiredValue(_listen), out var listen))
        {
            return session.Refuse(new ApiError(
                ApiErrorKind.InvalidRequest, $"\"{parsed.GetValue(_listen)}\" is no address to listen on.", "Write it as 127.0.0.1:8480."));
        }

        try
        {
            using var access = AccessControl.Open(session.Settings.Settings.Home, session.Clock);
            using var certificate = Certificate(session, parsed);
            using var log = _log.Open(parsed);
            using var otlp = parsed.GetValue(_otlp) is { } collector ? new OtlpExport(collector, VersionCommand.Version, s_metricsEvery) : null;
            var heart = new HeartbeatCheck("scheduler", s_schedulerSilence, session.Clock);
            var options = ServerOptionsOf(session, access, listen, certificate, parsed);
            await using var server = await TrawlServer.StartAsync(
                options with { Log = log, Checks = [.. options.Checks, heart, new WorkersCheck(session.Local)] }, CancellationToken.None);
            using var schedules = ScheduleStore.Open(session.Settings.Settings.Home);
            using var stop = new CancellationTokenSource();
            var scheduling = ScheduleLoop.RunAsync(
                schedules, session.Local, parsed.GetValue(_runs), session.Clock, line => Tell(session, log, line), heart.Beat, stop.Token);
            try
            {
                return await ServeAsync(session, server, certificate);
            }
            finally
            {
                await stop.CancelAsync();
                await scheduling;
            }
        }
        catch (Exception error) when (error is InvalidOperationException or CryptographicException)
        {
            return session.Refuse(new ApiError(ApiErrorKind.InvalidRequest, error.Message));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or RunStoreException)
        {
            return session.Refuse(new ApiError(ApiErrorKind.Unavailable, error.Message, "Choose another address with --listen, or end what uses this one."));
        }
    }

    private static void Tell(CliSession session, ILoggerProvider? log, string line)
    {
        session.Talk.Say(line);
        log?.CreateLogger("Trawl.Scheduling").Log(LogLevel.Information, default, line, null, static (text, _) => text);
    }

    private static Uri? Refused(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"\"{result.Tokens[0].Value}\" is no collector: write it as http://127.0.0.1:4318.");
        return null;
    }

    /// <summary>The address goes to stdout, so that a script can read it; everything else is talk.</summary>
    private static async Task<int> ServeAsync(CliSession session, TrawlServer server, X509Certificate2? certificate)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var signals = new StopSignals(session.Clock, _ => stopped.TrySetResult());
        session.Talk.Say($"Trawl serves \"{session.Settings.Settings.Home}\". Ctrl-C stops it; runs under way are saved and can be resumed.");
        if (certificate is not null)
        {
            session.Talk.Say($"The certificate's fingerprint: {certificate.GetCertHashString(HashAlgorithmName.SHA256)}");
        }

        session.Data.WriteLine(server.Invitation.Length == 0 ? server.Address.ToString() : $"{server.Address}?once={server.Invitation}");
        session.Data.Flush();
        await stopped.Task;
        session.Talk.Say("Stopping: open calls are finished.");
        return ExitCode.Ok;
    }

    private ServerOptions ServerOptionsOf(
        CliSession session, AccessControl access, IPEndPoint listen, X509Certificate2? certificate, ParseResult parsed) => new()
        {
            Client = session.Local,
            Access = access,
            Listen = listen,
            Certificate = certificate,
            Hosts = parsed.GetValue(_hosts) ?? [],
            RequestsPerSecond = parsed.GetValue(_rate),
            AssistantsReachPrivate = parsed.GetValue(_private),
            Checks = [new StoreCheck(session.Settings.Settings.Home, session.Clock), new DiskCheck(session.Settings.Settings.Home)],
            Clock = session.Clock,
        };

    private X509Certificate2? Certificate(CliSession session, ParseResult parsed)
    {
        if (parsed.GetValue(_certificate) is { } file)
        {
            return X509Certificate2.GetCertContentType(file) == X509ContentType.Pfx
                ? X509CertificateLoader.LoadPkcs12FromFile(file, null)
                : X509Certificate2.CreateFromPemFile(file);
        }

        return parsed.GetValue(_selfSigned)
            ? SelfSigned.ReadOrMake(
                Path.Combine(session.Settings.Settings.Home, "keys", "server.p12"), ["localhost", "127.0.0.1", .. parsed.GetValue(_hosts) ?? []], session.Clock)
            : null;
    }
}
