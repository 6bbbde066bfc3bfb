namespace Trawl.Hosting.Settings;

/// <summary>The settings of a home, checked. See <see cref="SettingTable"/> for their meaning.</summary>
public sealed record TrawlSettings
{
    /// <summary>Absolute path of the home folder.</summary>
    public required string Home { get; init; }

    /// <summary>Who answers for the crawl; null for nobody named.</summary>
    public string? Contact { get; init; }

    /// <summary>User-Agent to send; null for Trawl's own.</summary>
    public string? UserAgent { get; init; }

    /// <summary><c>auto</c>, <c>always</c> or <c>never</c>.</summary>
    public string Color { get; init; } = "auto";

    /// <summary><c>error</c>, <c>info</c> or <c>debug</c>.</summary>
    public string LogLevel { get; init; } = "info";

    /// <summary>Requests in flight at most in one run, 1 to 1,000.</summary>
    public int MaxConcurrency { get; init; } = 1000;

    /// <summary>Requests in flight at most to one host in one run, 1 to 1,000.</summary>
    public int MaxHostConcurrency { get; init; } = 1000;

    /// <summary>Path of the Chromium to use; null to look for one.</summary>
    public string? Browser { get; init; }

    /// <summary>MiB to keep free on the home's disk; 0 for none.</summary>
    public int MinFreeDisk { get; init; } = 256;

    /// <summary>The server that commands work on; null for the home on this machine.</summary>
    public Uri? Server { get; init; }

    /// <summary>The API token for the server; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>SHA-256 of the server's certificate, hexadecimal; null to go by what this machine trusts.</summary>
    public string? ServerFingerprint { get; init; }
}
