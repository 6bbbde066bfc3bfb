using System.Text.Json.Serialization.Metadata;
using System.Text.Json;
using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Api;
using Trawl.Browser;
using Trawl.Cli.Summaries;
using Trawl.Cli.Terminal;
using Trawl.Hosting.Rendering;
using Trawl.Hosting.Settings;
using Trawl.Hosting;
using Trawl.Remote;

namespace Trawl.Cli;

/// <summary>One command under way: settings, the two streams, and the client once it is asked for.</summary>
internal sealed class CliSession : IAsyncDisposable
{
    private readonly string _command;
    private LocalTrawlClient? _local;
    private RemoteTrawlClient? _remote;

    public CliSession(SettingsResult settings, bool isJson, string command)
    {
        Settings = settings;
        IsJson = isJson;
        _command = command;
        Talk = new Talk(settings.Settings);
        Data = new DataOut(settings.Settings, isJson);
    }

    public SettingsResult Settings { get; }

    public bool IsJson { get; }

    /// <summary>stderr.</summary>
    public Talk Talk { get; }

    /// <summary>stdout.</summary>
    public DataOut Data { get; }

    public TimeProvider Clock => TimeProvider.System;

    /// <summary>The home on this machine, or the server that the settings name.</summary>
    public ITrawlClient Client => Settings.Settings.Server is { } server ? _remote ??= Connect(server) : Local;

    /// <summary>The home on this machine, whatever the settings name.</summary>
    public LocalTrawlClient Local => _local ??= TrawlHost.Open(new TrawlHostOptions
    {
        Settings = Settings,
        Command = _command,
        Browser = new BrowserSupport { Find = InstalledChromium.Find, WayOut = InstalledChromium.WayOut, Open = ChromiumRenderer.Of },
    });

    /// <summary>Runs of others that this process executes.</summary>
    public int Guests => _local?.ActiveRuns ?? 0;

    /// <summary>A command to paste: with the home or the server, when the user named one.</summary>
    public string Suggest(params string[] arguments)
    {
        var named = Settings.Values.Where(v => v.Setting == SettingTable.Home || v.Setting == SettingTable.Server)
            .Where(v => v.Origin.StartsWith("command line", StringComparison.Ordinal))
            .SelectMany(v => new[] { v.Setting.OptionName, v.Value! });
        return $"{Invocation.Name} {string.Join(' ', arguments.Concat(named).Select(Invocation.Quote))}";
    }

    /// <summary>Says why not, on both streams, and gives the exit code.</summary>
    public int Refuse(ApiError error)
    {
        if (IsJson)
        {
            Data.WriteJson(new ErrorDocument(error), CliJson.Readable.ErrorDocument);
        }

        ErrorView.Write(Talk, error);
        return CodeOf(error.Kind);
    }

    public int RefuseSettings()
    {
        var problems = Settings.Problems;
        if (IsJson)
        {
            var error = new ApiError(ApiErrorKind.InvalidRequest, string.Join('\n', problems));
            Data.WriteJson(new ErrorDocument(error), CliJson.Readable.ErrorDocument);
        }

        foreach (var problem in problems)
        {
            Talk.Error($"{problem.Origin}: {problem.Message}", problem.Fix);
        }

        return ExitCode.Usage;
    }

    /// <summary>The run somebody means: its id, or <c>last</c> for the newest.</summary>
    public async Task<ApiResult<string>> FindRunAsync(string given)
    {
        if (given != "last")
        {
            return given;
        }

        var listed = await Client.ListRunsAsync(new ListRunsRequest(Limit: 1), CancellationToken.None);
        return !listed.TryGet(out var runs, out var error) ? error
            : runs.Runs.Count > 0 ? runs.Runs[0].RunId
            : new ApiError(
                ApiErrorKind.NotFound, $"There is no run in \"{Settings.Settings.Server?.ToString() ?? Settings.Settings.Home}\".",
                "Start one with \"trawl run FILE\".");
    }

    /// <summary>Shows what a call gave, as JSON or by the view; or why it gave nothing.</summary>
    public int Answer<T>(ApiResult<T> result, JsonTypeInfo<T> type, Action<T> view)
        where T : class
    {
        if (!result.TryGet(out var value, out var error))
        {
            return Refuse(error);
        }

        if (IsJson)
        {
            Data.WriteJson(value, type);
        }
        else
        {
            view(value);
        }

        return ExitCode.Ok;
    }

    public static int CodeOf(ApiErrorKind kind) => kind switch
    {
        ApiErrorKind.Internal => ExitCode.Bug,
        ApiErrorKind.Unavailable or ApiErrorKind.StoreFailed or ApiErrorKind.Conflict => ExitCode.NotNow,
        _ => ExitCode.Usage,
    };

    public async ValueTask DisposeAsync()
    {
        Data.Flush();
        if (_local is not null)
        {
            await _local.DisposeAsync();
        }

        if (_remote is not null)
        {
            await _remote.DisposeAsync();
        }
    }

    private RemoteTrawlClient Connect(Uri server) => new(new RemoteOptions
    {
        Server = server,
        Token = Settings.Settings.Token,
        Fingerprint = Settings.Settings.ServerFingerprint,
        Variables = Settings.Variables,
    });
}
