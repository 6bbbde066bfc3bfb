namespace Trawl.Sdk.Sources;

/// <summary>A request to begin with.</summary>
/// <param name="Url">An absolute http or https URL in the pipeline's scope.</param>
/// <param name="Method">HTTP method, upper case.</param>
/// <param name="Headers">Header fields of this request alone.</param>
/// <param name="Body">Body as text, sent as UTF-8; null for none.</param>
public sealed record SourceRequest(
    string Url, string Method = "GET", IReadOnlyDictionary<string, string>? Headers = null, string? Body = null);
