using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Recording.Plugins;

/// <summary>By what a plugin's fetch is known again: the fields of its metadata record (docs/formats/warc.md).</summary>
/// <param name="Plugin">The plugin's name in the pipeline.</param>
/// <param name="Call">Digest of what the call was given.</param>
/// <param name="Number">Fetches of the call before it.</param>
/// <param name="Asked">Digest of method, URL and body, which may hold secrets and are not written down as they are.</param>
internal readonly record struct FetchKey(string Plugin, string Call, string Number, string Asked)
{
    public const string PluginField = "plugin";
    public const string CallField = "pluginCall";
    public const string NumberField = "pluginFetch";
    public const string AskedField = "pluginAsked";

    /// <summary>The key for callers that were given something else then: the last answer to the same question.</summary>
    public FetchKey Question => new(Plugin, "", "", Asked);

    public static FetchKey Of(FetchRequest request) => new(
        request.Plugin!.Plugin, request.Plugin.Call, request.Plugin.Number.ToString(CultureInfo.InvariantCulture), AskedOf(request));

    private static string AskedOf(FetchRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Url}\n"));
        hash.AppendData(request.Body.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
