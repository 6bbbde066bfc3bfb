using Trawl.Model.Plugins;

namespace Trawl.Plugins.Authoring.Scaffolds;

/// <summary>A first plugin of one kind; what stands between dollar signs is filled in.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Doc">What it does, in a sentence.</param>
/// <param name="Suffix">What its class is called behind the plugin's name.</param>
/// <param name="Manifest">The manifest behind its head.</param>
/// <param name="Code">Its class.</param>
/// <param name="Example">An example of what it does, which is its test.</param>
/// <param name="Use">How a pipeline names it.</param>
internal sealed record Scaffold(PluginKind Kind, string Doc, string Suffix, string Manifest, string Code, string Example, string Use)
{
    private static readonly Scaffold[] s_all =
    [
        TransformScaffold.Text, EnrichScaffold.Text, ValidateScaffold.Text, ExtractScaffold.Text, ParseScaffold.Text, SourceScaffold.Text, SinkScaffold.Text,
    ];

    public static Scaffold Of(PluginKind kind) => s_all.First(scaffold => scaffold.Kind == kind);
}
