using static Trawl.Pipelines.Diagnostics.DiagnosticSeverity;

namespace Trawl.Pipelines.Diagnostics;

/// <summary>Every rule of the pipeline language: the one place where codes are given out.</summary>
internal static class Rules
{
    // 001-019: the text.
    public static readonly DiagnosticRule Syntax =
        Of(1, "The text is YAML 1.2.", "Put the quotes, brackets or indentation right.");
    public static readonly DiagnosticRule DuplicateKey =
        Of(2, "A key stands once in a map.", "Remove one, or make a list of both values.");
    public static readonly DiagnosticRule Tag =
        Of(3, "There are no tags.", "Remove the tag; types are given by keys such as \"type\".");
    public static readonly DiagnosticRule TooDeep =
        Of(4, "Lists and maps are nested at most 40 deep.", "Flatten the pipeline.");
    public static readonly DiagnosticRule TooLarge = Of(5,
        "A pipeline has at most 1,048,576 characters and 50,000 values, aliases written out.",
        "Keep long lists of URLs in a file: start: { file: urls.txt }.");
    public static readonly DiagnosticRule Alias =
        Of(6, "An alias names an anchor that stands before it.", "Write the anchor (&name) first.");
    public static readonly DiagnosticRule SeveralDocuments =
        Of(7, "A file holds one pipeline.", "Move the second document to a file of its own.");
    public static readonly DiagnosticRule NotAMap =
        Of(8, "A pipeline is a map of keys.", "Begin with \"start:\" and a URL.");
    public static readonly DiagnosticRule KeyNotText = Of(9, "A key is a single value.", "Write \"key: value\".");
    public static readonly DiagnosticRule MergeKey =
        Of(10, "Maps are not merged.", "Repeat the keys, or alias the whole value.");
    public static readonly DiagnosticRule Placeholder = Of(11,
        "A placeholder is \"${name}\" or \"${env:NAME}\", with or without \":-default\".",
            "Close it, or write \"$${\" for the characters themselves.");
    public static readonly DiagnosticRule MissingVariable = Of(12,
        "An environment variable that is asked for is set, or has a default.",
            "Set it or write it into the .env file.");
    public static readonly DiagnosticRule MissingSetValue = Of(13,
        "A value that is asked for is given, or has a default.", "Give it with --set name=value.");
    public static readonly DiagnosticRule UnusedSetValue =
        Warn(14, "A value that is given is asked for.", "Remove the --set.");

    // 020-029: keys and their kinds.
    public static readonly DiagnosticRule UnknownKey =
        Of(20, "Only keys of the language are allowed.", "Remove the key.");
    public static readonly DiagnosticRule MissingKey =
        Of(21, "A key without which its map means nothing is there.", "Add the key.");
    public static readonly DiagnosticRule WrongKind =
        Of(22, "A value has the kind its key asks for: single value, list or map.", "Write it as the reference shows.");
    public static readonly DiagnosticRule NoValue = Of(23, "A key has a value.", "Give it a value, or remove the key.");
    public static readonly DiagnosticRule OneOf =
        Of(24, "Of keys that exclude each other one is there.", "Keep one of them.");
    public static readonly DiagnosticRule OnlyWith =
        Of(25, "A key that belongs to another stands beside it.", "Remove it, or add the other.");
    public static readonly DiagnosticRule EmptyList = Of(26, "A list has an item.", "Add an item, or remove the key.");
    public static readonly DiagnosticRule BadName =
        Of(27, "A name has the characters allowed for it.", "Choose another name.");
    public static readonly DiagnosticRule SameName =
        Of(28, "Names of one kind differ in more than letter case.", "Rename one of them.");

    // 030-059: single values.
    public static readonly DiagnosticRule NotANumber = Of(30, "A number is written in digits.", "Write a number.");
    public static readonly DiagnosticRule OutOfRange =
        Of(31, "A number is in the range of its key.", "Choose a value in the range.");
    public static readonly DiagnosticRule NotABoolean = Of(32, "A switch is true or false.", "Write true or false.");
    public static readonly DiagnosticRule BadDuration = Of(33,
        "A time has a unit: ms, s, m, h or d.", "Write it with a unit, as in \"500 ms\", \"30 s\" or \"2 h\".");
    public static readonly DiagnosticRule BadSize = Of(34,
        "A size has a unit: B, kB, MB, GB, TB, KiB, MiB, GiB or TiB.",
            "Write it with a unit, as in \"32 MB\" or \"2 GiB\".");
    public static readonly DiagnosticRule BadChoice =
        Of(35, "A value is one of those the key knows.", "Choose one of them.");
    public static readonly DiagnosticRule UnknownTransform =
        Of(36, "A transform is one of those that exist.", "Choose one of them.");
    public static readonly DiagnosticRule BadHeader = Of(37,
        "A header is one that a pipeline may set, with characters that HTTP allows.", "Remove it or change it.");
    public static readonly DiagnosticRule BadContentType =
        Of(38, "A content type is \"type/subtype\" or \"type/*\".", "Write it as in \"text/html\".");
    public static readonly DiagnosticRule BadContact =
        Of(39, "A contact is an e-mail address or a URL.", "Write it as in \"me@example.org\".");
    public static readonly DiagnosticRule BadUrl =
        Of(40, "A URL is absolute, http or https.", "Write it in full, as in \"https://example.com/list\".");
    public static readonly DiagnosticRule BadUrlPattern = Of(41,
        "A URL pattern begins with \"/\", \"*\", \"http\" or \"re:\".",
            "Write it as in \"/shop/**\" or \"re:[?&]sort=\".");
    public static readonly DiagnosticRule BadHost =
        Of(42, "A host pattern is a host, with or without \"*.\" and port.",
        "Write it as in \"example.com\" or \"*.example.com\".");
    public static readonly DiagnosticRule BadCss =
        Of(43, "A CSS selector follows Selectors Level 4.", "Put the selector right.");
    public static readonly DiagnosticRule BadXPath = Of(44, "An XPath follows XPath 1.0.", "Put the expression right.");
    public static readonly DiagnosticRule BadJsonPath =
        Of(45, "A JSONPath follows RFC 9535.", "Put the path right; it begins with \"$\".");
    public static readonly DiagnosticRule BadRegex = Of(46,
        "A regular expression can be run in linear time: no look-around, no back references.",
            "Put the expression right.");
    public static readonly DiagnosticRule UnknownLocale =
        Of(47, "A locale is a known BCP 47 tag.", "Write it as in \"en-GB\".");
    public static readonly DiagnosticRule UnknownZone =
        Of(48, "A zone is an IANA time zone.", "Write it as in \"Europe/Berlin\".");
    public static readonly DiagnosticRule BadFormat =
        Of(49, "A date format is one of .NET's.", "Write it as in \"d MMM yyyy\".");
    public static readonly DiagnosticRule BadRange =
        Of(50, "Ranges of start URLs make at most 10,000 URLs.", "Split the range, or keep the URLs in a file.");
    public static readonly DiagnosticRule FileMissing =
        Of(51, "A file of URLs exists when the pipeline is checked.", "Create it, or correct the path.");
    public static readonly DiagnosticRule BadPath =
        Of(52, "The path of an output holds no placeholder but {record} and {run}.", "Remove the placeholder.");
    public static readonly DiagnosticRule BadTake = Of(53,
        "What is taken is text, rawText, ownText, html, innerHtml or an @attribute.", "Choose one of them.");
    public static readonly DiagnosticRule BadTemplate =
        Of(54, "A template is a URL that holds {value}.", "Write {value} where the found value belongs.");
    public static readonly DiagnosticRule BadEgressHost =
        Of(55, "What egress allows is a host, a host with a port, or a network.",
        "Write it as in \"wiki.corp\", \"10.0.0.5:8080\" or \"10.0.0.0/8\".");
    public static readonly DiagnosticRule BadPort = Of(56,
        "A port is a number from 1 to 65535, or a range of them.", "Write it as in \"8443\" or \"9000-9099\".");
    public static readonly DiagnosticRule BadMoment =
        Of(57, "A moment is a day or a time in ISO 8601.", "Write it as in \"2026-11-21\" or \"2026-11-21T14:00Z\".");

    public static readonly DiagnosticRule BadProxy = Of(58,
        "A proxy is \"http://host:port\" or \"socks5://host:port\".", "Write it so; user and password are keys beside \"url\".");

    // 060-079: what the parts mean together.
    public static readonly DiagnosticRule Unreachable =
        Of(60, "The scope lets at least one page through to each page rule.",
        "Widen the scope, or correct the rule's url.");
    public static readonly DiagnosticRule NothingLeadsHere =
        Warn(61, "A page rule matches a start URL, or some rule follows links.",
        "Add a \"follow\", or correct the rule's url.");
    public static readonly DiagnosticRule IdleRule =
        Of(62, "A page rule follows links or extracts records.", "Add \"follow\" or \"extract\", or remove the rule.");
    public static readonly DiagnosticRule TypeConflict =
        Of(63, "A field of a record type has one type in all rules.", "Give both the same type, or rename one.");
    public static readonly DiagnosticRule NotAField =
        Of(64, "A key or column is a field of its record type.", "Choose one of the fields.");
    public static readonly DiagnosticRule UnknownRecord =
        Of(65, "An output names record types that some rule extracts.", "Choose one of the record types.");
    public static readonly DiagnosticRule DoesNotFit =
        Of(66, "A setting fits the type and source of its field.", "Remove it, or change the type.");
    public static readonly DiagnosticRule NotOfType =
        Of(67, "A bound, default or allowed value is itself a value of the field's type.",
        "Write a value of the type.");
    public static readonly DiagnosticRule EmptyRange =
        Of(68, "A lower bound is not above its upper bound.", "Exchange or correct them.");
    public static readonly DiagnosticRule StartOutside =
        Of(69, "A start URL belongs to the scope.", "Add its host or path to the scope, or remove it.");
    public static readonly DiagnosticRule NoHosts =
        Of(70, "Hosts are given where no start URL can tell them.", "Add scope: { hosts: [example.com] }.");
    public static readonly DiagnosticRule MixedFile =
        Of(71, "A JSON, JSONL or CSV file holds one record type.",
        "Put {record} into the path, or name one type in \"records\".");
    public static readonly DiagnosticRule SameFile =
        Of(72, "Two outputs do not write the same file.", "Give one of them another path.");
    public static readonly DiagnosticRule SchemeRefused =
        Of(73, "The scheme of a start URL is one that egress allows.", "Add the scheme, or correct the start URL.");
    public static readonly DiagnosticRule NothingToGoOnFrom =
        Of(74, "An incremental pipeline records its pages: the next run reads those that did not change from there.",
        "Remove \"capture\", or \"incremental\".");
    public static readonly DiagnosticRule UnusedRecord =
        Warn(75, "A record type that is described is extracted by some rule.", "Remove it, or correct its name.");

    public static readonly DiagnosticRule BrowserPastProxies =
        Of(76, "A pipeline with proxies opens no pages in a browser.", "Remove \"render\" from the rule, or the proxies.");

    // 080-: advice.
    public static readonly DiagnosticRule NothingExtracted =
        Warn(80, "Some page rule extracts something.",
        "Add \"extract\" to a page rule, unless only the capture is wanted.");
    public static readonly DiagnosticRule RobotsIgnored =
        Warn(81, "robots.txt is obeyed.", "Remove \"robots: ignore\" unless the site's owner agreed.");
    public static readonly DiagnosticRule Impolite =
        Warn(82, "A host that is not this machine gets 100 ms between requests.",
        "Raise \"delay\" unless the site's owner agreed.");
    public static readonly DiagnosticRule NoContact =
        Warn(83, "A crawl says who answers for it.", "Add fetch: { contact: you@example.org }.");
    public static readonly DiagnosticRule EverythingAllowed = Warn(84,
        "Egress keeps something out.", "Name the hosts and networks that the pipeline needs.");

    // 090-109: plugins.
    public static readonly DiagnosticRule UnknownPlugin =
        Of(90, "A plugin that is used is installed.", "Put its folder into \"plugins\" beside the pipeline, or name its folder.");
    public static readonly DiagnosticRule BrokenManifest =
        Of(91, "The manifest of a plugin that is used is right.", "Put it right; \"trawl plugin check FOLDER\" shows all its errors.");
    public static readonly DiagnosticRule UndeclaredPlugin =
        Of(92, "A plugin stands under \"plugins\" before it is named elsewhere.", "Add it: plugins: { name: id }.");
    public static readonly DiagnosticRule WrongPluginKind =
        Of(93, "A plugin is asked only for what its manifest offers.", "Choose another plugin, or another place for it.");
    public static readonly DiagnosticRule NotGranted =
        Of(94, "What a plugin needs is granted.", "Grant it, or do without the plugin.");
    public static readonly DiagnosticRule GrantedInVain =
        Warn(95, "Nothing is granted that the plugin does not need.", "Remove it: what is not granted cannot be misused.");
    public static readonly DiagnosticRule UnusedPlugin =
        Warn(96, "A plugin that is declared is used somewhere.", "Remove it, or name it where it belongs.");
    public static readonly DiagnosticRule BadGrant =
        Of(97, "A grant names a host, a file with its use, or an environment variable.", "Write it as the reference shows.");
    public static readonly DiagnosticRule BadReference =
        Of(98, "In a manifest, \"$name\" names a setting that can hold what is needed.", "Name a setting of the manifest.");
    public static readonly DiagnosticRule WrongContract =
        Of(99, "A plugin is written for a contract that this Trawl speaks.", "Update Trawl, or use an older version of the plugin.");

    // 110-119: tools and models.
    public static readonly DiagnosticRule UndeclaredTool =
        Of(110, "A tool server stands under \"tools\" before a step calls its tools.", "Add it: tools: { name: { url: …, allow: […] } }.");
    public static readonly DiagnosticRule ToolNotAllowed =
        Of(111, "A step calls only tools that its server's \"allow\" names.", "Add the tool to \"allow\", or call another.");
    public static readonly DiagnosticRule UndeclaredModel =
        Of(112, "A model stands under \"models\" before a step asks it.", "Add it: models: { name: { url: …, model: … } }.");
    public static readonly DiagnosticRule UnusedTool =
        Warn(113, "A tool server or model that is declared is used by some step.", "Remove it, or name it in a step.");

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<DiagnosticRule> All { get; } =
        [.. typeof(Rules).GetFields().Select(f => f.GetValue(null)).OfType<DiagnosticRule>()
            .OrderBy(r => r.Code, StringComparer.Ordinal)];

    private static DiagnosticRule Of(int number, string title, string wayOut) =>
        new(FormattableString.Invariant($"TRAWL-PIPE-{number:000}"), Error, title, wayOut);

    private static DiagnosticRule Warn(int number, string title, string wayOut) =>
        Of(number, title, wayOut) with { Severity = Warning };
}
