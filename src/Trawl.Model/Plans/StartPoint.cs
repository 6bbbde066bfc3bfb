using System.Text.Json.Serialization;

namespace Trawl.Model.Plans;

/// <summary>One place a run begins.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StartUrl), "url")]
[JsonDerivedType(typeof(StartSitemap), "sitemap")]
[JsonDerivedType(typeof(StartFile), "file")]
[JsonDerivedType(typeof(StartPlugin), "plugin")]
public abstract record StartPoint;

/// <summary>A URL to fetch.</summary>
/// <param name="Url">An absolute http or https URL.</param>
/// <param name="Method">HTTP method, upper case.</param>
/// <param name="Headers">Headers of this request alone.</param>
/// <param name="Body">Request body as text, sent as UTF-8; null for none.</param>
public sealed record StartUrl(
    string Url,
    string Method = "GET",
    IReadOnlyList<HeaderPlan>? Headers = null,
    string? Body = null) : StartPoint;

/// <summary>A sitemap or sitemap index whose URLs are start URLs.</summary>
/// <param name="Url">Absolute URL of the sitemap (XML, gzip or text).</param>
/// <param name="Include">URL patterns; only matching entries are taken. Empty takes all.</param>
public sealed record StartSitemap(string Url, IReadOnlyList<string> Include) : StartPoint;

/// <summary>A text file with one URL a line; blank lines and lines that begin with <c>#</c> do not count.</summary>
/// <param name="Path">Absolute path of the file.</param>
public sealed record StartFile(string Path) : StartPoint;

/// <summary>A plugin that gives requests.</summary>
/// <param name="Plugin">The plugin's name in the pipeline.</param>
public sealed record StartPlugin(string Plugin) : StartPoint;
