using Trawl.Sdk.Pages;

namespace Trawl.Sdk;

/// <summary>What a plugin is given by the engine.</summary>
public sealed class PluginContext
{
    private readonly IEngine _engine;
    private readonly IReadOnlyDictionary<string, string> _secrets;

    internal PluginContext(
        string name, PluginSettings settings, IReadOnlyDictionary<string, string> secrets, string tempFolder, IEngine engine) =>
        (Name, Settings, _secrets, TempFolder, _engine) = (name, settings, secrets, tempFolder, engine);

    /// <summary>The plugin's name in the pipeline.</summary>
    public string Name { get; }

    /// <summary>Its settings.</summary>
    public PluginSettings Settings { get; }

    /// <summary>A folder of this worker's own; empty at the start, and gone with the worker.</summary>
    public string TempFolder { get; }

    /// <summary>The value of an environment variable that the manifest lists under <c>needs: secrets</c>.</summary>
    /// <exception cref="NotGrantedException">The pipeline does not grant it.</exception>
    public string Secret(string name) =>
        _secrets.TryGetValue(name, out var value) ? value : throw new NotGrantedException($"the secret \"{name}\"");

    /// <summary>Writes a line to the log of the run's plugin. Long lines are cut.</summary>
    public void Log(string message) => _engine.Log(message);

    /// <summary>
    /// Lets the engine fetch a page: it is captured with the run, replayed with it, and kept from addresses that the
    /// pipeline's owner did not allow. Only while a call is worked on, one at a time.
    /// </summary>
    /// <param name="request">What to fetch.</param>
    /// <exception cref="NotGrantedException">The pipeline does not grant the host.</exception>
    public ValueTask<PluginResponse> FetchAsync(PluginRequest request) => new(_engine.Fetch(request));

    /// <summary>Lets the engine fetch a page; see <see cref="FetchAsync(PluginRequest)"/>.</summary>
    /// <param name="url">An absolute http or https URL.</param>
    public ValueTask<PluginResponse> FetchAsync(string url) => FetchAsync(new PluginRequest { Url = url });
}
