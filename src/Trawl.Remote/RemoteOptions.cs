namespace Trawl.Remote;

/// <summary>Where a server is, and who calls.</summary>
public sealed record RemoteOptions
{
    /// <summary>The server's address: absolute, http or https, without a path.</summary>
    public required Uri Server { get; init; }

    /// <summary>An API token, as <c>trawl token add</c> prints it; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>
    /// SHA-256 of the server's certificate in hexadecimal, as <c>trawl up</c> prints it: then this certificate is
    /// believed and no other. Null: any that this machine trusts for the server's name.
    /// </summary>
    public string? Fingerprint { get; init; }

    /// <summary>
    /// Values for <c>${env:NAME}</c>. Those that a pipeline's text names are sent with it, and no others: a server does
    /// not look into its own environment for who calls it.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
}
