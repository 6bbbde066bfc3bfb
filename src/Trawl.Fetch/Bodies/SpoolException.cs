namespace Trawl.Fetch.Bodies;

/// <summary>This machine's fault and not the server's, so it is no <c>FetchError</c>.</summary>
internal sealed class SpoolException(string folder, Exception inner)
    : IOException(
        $"Temporary folder \"{folder}\" cannot be written ({inner.Message}); free space there or choose another",
        inner);
