namespace Trawl.Model.Errors;

/// <summary>Every <see cref="ErrorCode"/> with its meaning and way out; <c>docs/errors.md</c> is made from it.</summary>
public static class ErrorCatalogue
{
    /// <summary>All codes, ordered by code.</summary>
    public static IReadOnlyList<ErrorInfo> All { get; } =
    [
        new(
            ErrorCode.FetchDns,
            "The host name does not resolve.",
            "Check the spelling and this machine's DNS; `trawl resume` does not repeat failed requests, a new run does."),
        new(
            ErrorCode.FetchConnect,
            "No connection could be made.",
            "Check that the server runs and that no firewall is in between."),
        new(
            ErrorCode.FetchTls,
            "The TLS handshake failed or the certificate is not trusted.",
            "Renew the certificate, or add its authority to this machine's trust store."),
        new(
            ErrorCode.FetchTimeout,
            "The exchange took longer than `fetch.timeout`.",
            "Raise `fetch.timeout`, or lower `fetch.perHost` so that the server has less to do."),
        new(
            ErrorCode.FetchReset,
            "The connection broke before the response was complete.",
            "Usually passes; lower `fetch.perHost` when it happens often."),
        new(
            ErrorCode.FetchTooLarge,
            "The body is larger than `fetch.maxBody`, as received or when decompressed.",
            "Raise `fetch.maxBody`, or leave the URL out with `scope.exclude`."),
        new(
            ErrorCode.FetchProtocol,
            "The response breaks HTTP.",
            "Look at it with another client; leave the URL out if the server is at fault."),
        new(
            ErrorCode.FetchContentCoding,
            "The body does not decompress.",
            "The server sends a truncated or corrupt body; try again later."),
        new(
            ErrorCode.FetchClientStatus,
            "The status says that the page is not to be had (4xx but 408, 425 and 429).",
            "404 and 410: the link is dead. 401 and 403: the site wants credentials or refuses robots."),
        new(
            ErrorCode.FetchServerStatus,
            "The status says to try later (408, 425, 429, 5xx), and so it did after all tries.",
            "Raise `fetch.retries` or `fetch.retryDelay`, or lower `fetch.perHost`."),
        new(
            ErrorCode.FetchRedirect,
            "More redirects in a row than `fetch.maxRedirects`, or a redirect that leads nowhere.",
            "A loop often wants cookies: set `fetch.cookies: true`."),
        new(
            ErrorCode.FetchEgress,
            "The host is on your own network, or its port or scheme is none that the pipeline may use.",
            "If it is yours to fetch, name it: `egress: { allow: [host:port] }`, or `egress: { ports: [8443] }`."),
        new(
            ErrorCode.FetchNotRecorded,
            "The archive that answers in place of the network does not hold the request; nobody was asked.",
            "Run the pipeline on the network to fetch it, or leave the URL out with `scope.exclude`."),
        new(
            ErrorCode.FetchArchiveDamaged,
            "An archive holds the exchange, and it cannot be read: the record is damaged or refers to one that is missing.",
            "The reason names file and offset; get the file anew, or add the archive that holds the record referred to."),
        new(
            ErrorCode.FetchBrowser,
            "The page did not become ready in the browser: what it waits for did not come in time, or it broke the browser.",
            "The reason says which; correct `browser.waitFor` or raise `browser.deadline`."),
        new(
            ErrorCode.BrowserMissing,
            "A page rule wants a browser, and no Chromium is installed; nothing was fetched.",
            "`sudo apt-get install chromium` (Debian, Ubuntu), `sudo dnf install chromium` (Fedora), or name one with `TRAWL_BROWSER`."),
        new(
            ErrorCode.GovernorDisk,
            "The home's disk is nearly full; runs are paused until there is room.",
            "Make room: runs go on by themselves. `minFreeDisk` says how much is kept free."),
        new(
            ErrorCode.GovernorMemory,
            "The container or the machine is short of memory; runs do less, or pause.",
            "Give it more, end what else uses it, or lower `fetch.concurrency`; runs go on by themselves."),
        new(
            ErrorCode.GovernorFiles,
            "Nearly as many files and sockets are open as may be.",
            "Raise the limit (`ulimit -n`, `LimitNOFILE`), or lower `fetch.concurrency`."),
        new(
            ErrorCode.GovernorNetwork,
            "The machine lost its network; runs are paused until a route leads off it again.",
            "Mend the network: runs go on by themselves."),
        new(
            ErrorCode.GovernorCpu,
            "Work waits for processors; fewer requests are in flight.",
            "Nothing, or give it more processors."),
        new(
            ErrorCode.LoginRefused,
            "The site did not let the run in, or its form was not understood; the run stopped and can be resumed.",
            "Check the values of `login.fields`, and `login.form` and `login.success` against the page; then `trawl resume`."),
        new(
            ErrorCode.ModelUnavailable,
            "A model's endpoint could not be reached, or refused; the run stopped and can be resumed.",
            "Check `models.NAME.url`, the key and the endpoint, then `trawl resume`; without `url` the model is a script."),
        new(
            ErrorCode.ModelTimeout,
            "A model did not answer within its `timeout`, waiting for a busy endpoint included.",
            "Raise `models.NAME.timeout` or the step's `timeout`, or lower `fetch.concurrency`."),
        new(
            ErrorCode.ModelAnswer,
            "A model's endpoint answered with what is not an answer: no JSON of a chat completion, or more than `maxAnswer`.",
            "Check that the endpoint is OpenAI-compatible: `{url}/chat/completions`."),
        new(
            ErrorCode.PluginFailed,
            "A plugin could not do what it was asked, and said why.",
            "The reason is the plugin's own; `plugins/NAME.log` in the run's folder may say more."),
        new(
            ErrorCode.PluginCrash,
            "A plugin's worker crashed while it worked on the page, twice; or was killed, six times.",
            "Report it to the plugin's author with the page; its log is `plugins/NAME.log` in the run's folder."),
        new(
            ErrorCode.PluginTimeout,
            "A plugin's worker took longer than the plugin's `timeout`, twice, and was ended.",
            "Raise `plugins.NAME.timeout`, or report the page to the plugin's author."),
        new(
            ErrorCode.PluginMemory,
            "A plugin's worker took more memory than it is granted, twice, and was ended.",
            "Raise `plugins.NAME.grant.memory`, or report the page to the plugin's author."),
        new(
            ErrorCode.PluginProtocol,
            "A plugin's worker sent what the protocol forbids.",
            "Report it to the plugin's author; `docs/formats/worker-protocol.md` has the protocol."),
        new(
            ErrorCode.PluginStart,
            "A plugin's worker could not be started.",
            "`trawl plugin check FOLDER` starts it alone and shows what it says."),
        new(
            ErrorCode.PluginGivenUp,
            "A plugin was given up after its workers were lost again and again; the run stopped and can be resumed.",
            "Mend the plugin, try it with `trawl plugin check FOLDER`, then `trawl resume`."),
        new(
            ErrorCode.ProxyFailed,
            "A proxy cannot be reached or refuses us, or all of them are left alone after failures.",
            "Check `proxies`: address, port, user and password. A proxy that failed is tried again after a pause that grows to 5 minutes."),
        new(
            ErrorCode.RecordInvalid,
            "A record broke a rule of a type whose policy is `fail`.",
            "Correct the selector, relax the rule, or set `records.<type>.onInvalid: quarantine`."),
        new(
            ErrorCode.SkipRobots,
            "robots.txt disallows the URL.",
            "Leave it alone, or ask the site's owner; `trawl explain` names the rule."),
        new(
            ErrorCode.SkipRobotsUnreachable,
            "robots.txt cannot be reached, which RFC 9309 reads as \"everything is disallowed\".",
            "Try again when the server is well."),
        new(
            ErrorCode.SkipScope,
            "The URL is outside `scope`.",
            "Widen `scope.hosts` or `scope.include`; `trawl explain` names the deciding rule."),
        new(
            ErrorCode.SkipBudget,
            "A budget of `scope.budget` was used up before the request's turn.",
            "Raise the budget."),
        new(
            ErrorCode.SkipDepth,
            "The shortest path from a start URL is longer than `scope.depth`.",
            "Raise `scope.depth`."),
        new(
            ErrorCode.SkipCancelled,
            "The run was cancelled or failed before the request's turn.",
            "Start a new run."),
        new(
            ErrorCode.SkipTrap,
            "The URL looks like one of endlessly many that a site makes up (a crawler trap).",
            "`trawl explain` names the pattern. If the pages are real, set `scope.traps: follow`; if not, exclude them with `scope.exclude`."),
        new(
            ErrorCode.StepFailed,
            "A step could not process the page.",
            "The reason says why; a page that Trawl should cope with is a bug worth reporting."),
        new(
            ErrorCode.SitemapBroken,
            "A sitemap is broken; what could be read was taken.",
            "Tell the site's owner; add start URLs for what is missing."),
        new(
            ErrorCode.StoreFailed,
            "The store could not write; nothing after the last commit is kept.",
            "Make room on the disk or repair it, then `trawl resume`."),
        new(
            ErrorCode.StoreFenced,
            "Another engine has taken the run over.",
            "Nothing: the other engine goes on; follow it with `trawl resume`."),
        new(
            ErrorCode.ToolUnavailable,
            "A tool server could not be started or reached; the run stopped and can be resumed.",
            "Start it by hand to see what is wrong with it, then `trawl resume`; its own words are in `plugins/NAME.log` of the run's folder."),
        new(
            ErrorCode.ToolTimeout,
            "A tool took longer than its server's `timeout`; the call was given up.",
            "Raise `tools.NAME.timeout`, or lower `fetch.concurrency`."),
        new(
            ErrorCode.ToolLost,
            "The connection to a tool server was lost while a tool worked; the call is not repeated, for it may have had an effect.",
            "Find out why the server ended; a new run asks again."),
        new(
            ErrorCode.ToolAnswer,
            "A tool server answered with an error of the protocol, or with more than `maxAnswer`.",
            "The reason has the server's words; check the tool's name and arguments."),
        new(
            ErrorCode.AnswerBudget,
            "What the run may ask of a tool server or a model is used up.",
            "Raise the `budget` of the tool server or model, and start a new run."),
        new(
            ErrorCode.AnswerNotRecorded,
            "A replay asks a tool or a model what was never asked in the recorded run; nobody was asked.",
            "Run the pipeline: a replay answers from the record alone."),
    ];

    /// <summary>What is known about a code; null for an unknown one.</summary>
    public static ErrorInfo? Find(string code) => All.FirstOrDefault(info => info.Code == code);
}
