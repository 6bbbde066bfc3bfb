namespace Trawl.Engine.Seams.Fetching;

/// <summary>What went wrong in an exchange, and so whose fault it is.</summary>
public enum FetchErrorKind
{
    Dns,
    Connect,
    Tls,
    Timeout,
    Reset,
    TooLarge,
    Protocol,

    /// <summary>Nobody was asked: the archive that answers in place of the network does not hold the exchange.</summary>
    NotRecorded,

    /// <summary>Not tried: the address, port or scheme is none that the pipeline may reach.</summary>
    Egress,

    /// <summary>Nobody was asked: the archive holds the exchange, and it cannot be read.</summary>
    ArchiveDamaged,

    /// <summary>The server answered, and the browser could not make the page ready.</summary>
    Browser,

    /// <summary>The site did not let us in; asking for further pages is of no use.</summary>
    Login,

    /// <summary>The proxy is at fault, and not the site behind it.</summary>
    Proxy,
}
