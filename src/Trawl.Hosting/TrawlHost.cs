using Trawl.Api.Errors;
using Trawl.Hosting.Crash;
using Trawl.Hosting.Settings;

namespace Trawl.Hosting;

/// <summary>The way in for programs: opens a home and gives the client that runs pipelines in this process.</summary>
public static class TrawlHost
{
    /// <summary>
    /// Opens a home. Takes no lock and starts nothing until a run is started; then this process becomes the home's
    /// engine, or, where another process is, its client.
    /// </summary>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="TrawlException">The settings are wrong; the message has every problem.</exception>
    public static LocalTrawlClient Open(TrawlHostOptions? options = null)
    {
        options ??= new TrawlHostOptions();
        var settings = options.Settings ?? ReadSettings(options.Home);
        if (settings.Problems.Count > 0)
        {
            throw new TrawlException(new ApiError(
                ApiErrorKind.InvalidRequest, string.Join(Environment.NewLine, settings.Problems)));
        }

        if (Environment.GetEnvironmentVariable(CrashArming.Variable) is { Length: > 0 } crash)
        {
            CrashArming.Arm(crash);
        }

        return new LocalTrawlClient(options with { Settings = settings });
    }

    private static SettingsResult ReadSettings(string? home) =>
        SettingsReader.Read(SettingsSources.OfProcess(
            home is null ? null : new Dictionary<string, string> { [SettingTable.Home.Name] = home }));
}
