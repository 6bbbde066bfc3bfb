using Trawl.Model.Plugins;

namespace Trawl.Sdk.Working;

/// <summary>Kinds by the names that manifests and messages use.</summary>
internal static class KindNames
{
    public static string Of(PluginKind kind) => kind.ToString().ToLowerInvariant();

    public static PluginKind? Find(string name) =>
        Enum.GetValues<PluginKind>().Cast<PluginKind?>().FirstOrDefault(kind => Of(kind!.Value) == name);
}
