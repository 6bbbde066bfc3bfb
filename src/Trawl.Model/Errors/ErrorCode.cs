namespace Trawl.Model.Errors;

/// <summary>Codes of all errors a user can see, one place, never reused; <c>docs/errors.md</c> lists them with their way out.</summary>
public static class ErrorCode
{
    /// <summary>The host name does not resolve.</summary>
    public const string FetchDns = "TRAWL-FETCH-001";

    /// <summary>No connection could be made.</summary>
    public const string FetchConnect = "TRAWL-FETCH-002";

    /// <summary>The TLS handshake failed or the certificate is not trusted.</summary>
    public const string FetchTls = "TRAWL-FETCH-003";

    /// <summary>The exchange took longer than the timeout.</summary>
    public const string FetchTimeout = "TRAWL-FETCH-004";

    /// <summary>The connection broke before the response was complete.</summary>
    public const string FetchReset = "TRAWL-FETCH-005";

    /// <summary>The body is larger than <c>fetch.maxBody</c>, as received or when decompressed.</summary>
    public const string FetchTooLarge = "TRAWL-FETCH-006";

    /// <summary>The response breaks HTTP.</summary>
    public const string FetchProtocol = "TRAWL-FETCH-007";

    /// <summary>The body does not decompress.</summary>
    public const string FetchContentCoding = "TRAWL-FETCH-008";

    /// <summary>The status says the page is not to be had (4xx but 408, 425 and 429).</summary>
    public const string FetchClientStatus = "TRAWL-FETCH-010";

    /// <summary>The status says try later (408, 425, 429, 5xx).</summary>
    public const string FetchServerStatus = "TRAWL-FETCH-011";

    /// <summary>More redirects in a row than <c>fetch.maxRedirects</c>, or a redirect without a usable Location.</summary>
    public const string FetchRedirect = "TRAWL-FETCH-012";

    /// <summary>The address, port or scheme is none that the pipeline may reach.</summary>
    public const string FetchEgress = "TRAWL-FETCH-013";

    /// <summary>The archive that answers in place of the network does not hold the request.</summary>
    public const string FetchNotRecorded = "TRAWL-FETCH-020";

    /// <summary>An archive holds the exchange, and it cannot be read.</summary>
    public const string FetchArchiveDamaged = "TRAWL-FETCH-021";

    /// <summary>The browser could not make the page ready.</summary>
    public const string FetchBrowser = "TRAWL-FETCH-030";

    /// <summary>A page rule wants a browser and none is installed.</summary>
    public const string BrowserMissing = "TRAWL-FETCH-031";

    /// <summary>robots.txt disallows the URL.</summary>
    public const string SkipRobots = "TRAWL-SKIP-001";

    /// <summary>robots.txt cannot be reached, which RFC 9309 reads as "all disallowed".</summary>
    public const string SkipRobotsUnreachable = "TRAWL-SKIP-002";

    /// <summary>The URL is outside <c>scope</c>.</summary>
    public const string SkipScope = "TRAWL-SKIP-003";

    /// <summary>A budget of <c>scope.budget</c> is used up.</summary>
    public const string SkipBudget = "TRAWL-SKIP-004";

    /// <summary>The shortest path from a start URL is longer than <c>scope.depth</c>.</summary>
    public const string SkipDepth = "TRAWL-SKIP-005";

    /// <summary>The run was cancelled or failed before the request's turn.</summary>
    public const string SkipCancelled = "TRAWL-SKIP-006";

    /// <summary>The URL looks like one of endlessly many that a site makes up.</summary>
    public const string SkipTrap = "TRAWL-SKIP-007";

    /// <summary>A step could not process the page.</summary>
    public const string StepFailed = "TRAWL-STEP-001";

    /// <summary>A record broke a rule of a type whose policy is <c>fail</c>.</summary>
    public const string RecordInvalid = "TRAWL-RECORD-001";

    /// <summary>A sitemap is broken; what could be read was taken.</summary>
    public const string SitemapBroken = "TRAWL-STEP-002";

    /// <summary>A plugin could not do what it was asked, and said why.</summary>
    public const string PluginFailed = "TRAWL-PLUGIN-001";

    /// <summary>A plugin's worker crashed while it worked.</summary>
    public const string PluginCrash = "TRAWL-PLUGIN-002";

    /// <summary>A plugin's worker took longer than the plugin's timeout and was ended.</summary>
    public const string PluginTimeout = "TRAWL-PLUGIN-003";

    /// <summary>A plugin's worker took more memory than granted and was ended.</summary>
    public const string PluginMemory = "TRAWL-PLUGIN-004";

    /// <summary>A plugin's worker sent what the protocol forbids.</summary>
    public const string PluginProtocol = "TRAWL-PLUGIN-005";

    /// <summary>A plugin's worker could not be started.</summary>
    public const string PluginStart = "TRAWL-PLUGIN-006";

    /// <summary>A plugin was given up after its workers were lost again and again; the run stopped.</summary>
    public const string PluginGivenUp = "TRAWL-PLUGIN-007";

    /// <summary>The site did not let the run in; it stopped and can be resumed.</summary>
    public const string LoginRefused = "TRAWL-LOGIN-001";

    /// <summary>A proxy cannot be reached or refuses us, or all of them rest after failures.</summary>
    public const string ProxyFailed = "TRAWL-PROXY-001";

    /// <summary>A tool server could not be reached; the run stopped.</summary>
    public const string ToolUnavailable = "TRAWL-TOOL-001";

    /// <summary>A tool took longer than its server's <c>timeout</c>.</summary>
    public const string ToolTimeout = "TRAWL-TOOL-002";

    /// <summary>The connection to a tool server was lost while a tool worked.</summary>
    public const string ToolLost = "TRAWL-TOOL-003";

    /// <summary>A tool server answered with an error of the protocol, or with more than is allowed.</summary>
    public const string ToolAnswer = "TRAWL-TOOL-004";

    /// <summary>What a run may ask of a tool server or a model is used up.</summary>
    public const string AnswerBudget = "TRAWL-TOOL-005";

    /// <summary>A replay asks what was never asked in the recorded run.</summary>
    public const string AnswerNotRecorded = "TRAWL-TOOL-006";

    /// <summary>A model's endpoint could not be reached, or refused; the run stopped.</summary>
    public const string ModelUnavailable = "TRAWL-MODEL-001";

    /// <summary>A model did not answer in time.</summary>
    public const string ModelTimeout = "TRAWL-MODEL-002";

    /// <summary>A model's endpoint answered with what is not an answer.</summary>
    public const string ModelAnswer = "TRAWL-MODEL-003";

    /// <summary>The store could not write; nothing after the last commit is kept.</summary>
    public const string StoreFailed = "TRAWL-STORE-001";

    /// <summary>Another engine has taken the run over.</summary>
    public const string StoreFenced = "TRAWL-STORE-002";

    /// <summary>The home's disk is nearly full; runs are paused until there is room.</summary>
    public const string GovernorDisk = "TRAWL-GOVERNOR-001";

    /// <summary>Container or machine are short of memory; runs do less, or pause.</summary>
    public const string GovernorMemory = "TRAWL-GOVERNOR-002";

    /// <summary>Nearly as many files and sockets are open as may be.</summary>
    public const string GovernorFiles = "TRAWL-GOVERNOR-003";

    /// <summary>No route leads off this machine any more; runs are paused until one does.</summary>
    public const string GovernorNetwork = "TRAWL-GOVERNOR-004";

    /// <summary>Work waits for processors; fewer requests are in flight.</summary>
    public const string GovernorCpu = "TRAWL-GOVERNOR-005";
}
