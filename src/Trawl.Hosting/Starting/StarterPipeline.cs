namespace Trawl.Hosting.Starting;

/// <summary>A first pipeline.</summary>
/// <param name="Url">The page it was written for, redirects followed.</param>
/// <param name="Text">YAML.</param>
internal sealed record StarterPipeline(string Url, string Text);
