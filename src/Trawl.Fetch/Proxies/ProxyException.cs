namespace Trawl.Fetch.Proxies;

/// <summary>The proxy is at fault, and not the site behind it.</summary>
internal sealed class ProxyException(string message, Exception? cause = null) : IOException(message, cause);
