namespace Trawl.Pipelines.Tests;

/// <summary>Broken pipelines: the code, and the text with a § where each error must be found.</summary>
internal static class BrokenPipelines
{
    private const string Head = "start: http://localhost/\n";

    /// <summary>Two texts: the code that is found at every §, and the pipeline.</summary>
    public static readonly (string Code, string Text)[] All =
    [
        // The text.
        ("001", "start: http://localhost/\npages: [a, b\n§"),
        ("001", "start: §\"http://localhost/\n"),
        ("001", "start: http://localhost/\n§\tpages: {}\n"),
        ("001", "start: a§: b\n"),
        ("002", Head + "§start: http://localhost/2\npages: { p: { extract: { r: { fields: { a: b } } } } }\n"),
        ("003", "start: §!!str http://localhost/\n"),
        ("004", "start: " + new string('[', 40) + "§[]" + new string(']', 40)),
        ("006", "start: §*nowhere\n"),
        ("007", Head + "§---\nname: b\n"),
        ("008", "§"),
        ("008", "§- a\n- b\n"),
        ("008", "§# nothing\n"),
        ("009", Head + "? §[a]\n: b\n"),
        ("010", Head + Rule("extract: { r: { fields: { a: { §<<: { css: b } } } } }")),
        ("011", "start: http://localhost/§${\n"),
        ("011", "start: http://localhost/a§${1x}\n"),
        ("012", "start: 'http://localhost/''§${env:NOWHERE}'\n"),
        ("013", "start: \"http://localhost/\\u0041§${limit}\"\n"),

        // Keys.
        ("020", Head + "§scoop: { depth: 1 }\n"),
        ("020", Head + Rule("extract: { r: { fields: { a: { css: b, §requird: true } } } }")),
        ("021", "§name: a\n"),
        ("021", Head + Rule("extract: { r: §{ each: .row } }")),
        ("021", Head + Rule("follow: §{ pagination: true }")),
        ("021", Head + Rule("extract: { r: { fields: { a: { css: b, type: §object } } } }")),
        ("022", Head + "fetch: §fast\n"),
        ("022", Head + Rule("extract: { r: { fields: { a: { css: b, transforms: [ { replace: §[a] } ] } } } }")),
        ("022", Head + "scope: { depth: §[1] }\n"),
        ("023", Head + "scope: { depth: §}\n"),
        ("024", Head + Rule("extract: { r: { fields: { a: { css: b, §xpath: //b } } } }")),
        ("025", "start: { sitemap: http://localhost/s.xml, §method: POST }\n"),
        ("025", "start: { url: http://localhost/, §body: x }\n"),
        ("025", Head + Rule("extract: { r: { fields: { a: { css: b, §limit: 3 } } } }")),
        ("026", Head + "scope: { hosts: §[] }\n"),
        ("027", Head + "name: §My Books\n"),
        ("027", Head + "redact: { headers: §X Key }\n"),
        ("027", Head + "redact: { query: [§a=b] }\n"),
        ("027", Head + Rule("extract: { §Product: { fields: { a: b } } }")),
        ("027", Head + Rule("extract: { r: { fields: { §a b: c } } }")),
        ("028", Head + Rule("extract: { r: { fields: { a: b, §A: c } } }")),

        // Single values.
        ("030", Head + "fetch: { concurrency: §many }\n"),
        ("031", Head + "fetch: { concurrency: §0 }\n"),
        ("031", Head + "fetch: { timeout: §0 }\n"),
        ("032", Head + "fetch: { cookies: §yes }\n"),
        ("033", Head + "fetch: { delay: §500 }\n"),
        ("033", Head + "fetch: { delay: §1 hour }\n"),
        ("034", Head + "fetch: { maxBody: §32 }\n"),
        ("034", Head + "scope: { budget: { bytes: §2 gigs } }\n"),
        ("035", Head + "fetch: { robots: §obay }\n"),
        ("035", Head + "capture: §ful\n"),
        ("035", Head + Rule("extract: { r: { fields: { a: { css: b, type: §number } } } }")),
        ("036", Head + Rule("extract: { r: { fields: { a: { css: b, transforms: [trim, §lowr] } } } }")),
        ("036", Head + Rule("extract: { r: { fields: { a: { css: b, transforms: [ { §replce: [a, b] } ] } } } }")),
        ("037", Head + "fetch: { headers: { §Host: a } }\n"),
        ("037", Head + "fetch: { headers: { X-A: \"a§\\nb\" } }\n"),
        ("038", Head + Rule("contentType: §html\n    follow: a")),
        ("039", Head + "fetch: { contact: §nobody }\n"),
        ("040", "start: §books.example\n"),
        ("040", "start: §ftp://localhost/\n"),
        ("040", "start: §http://me:secret@localhost/\n"),
        ("041", Head + Rule("url: §catalogue/*\n    follow: a")),
        ("041", Head + Rule("url: 're:§[a'\n    follow: a").Replace("§[a", "[a§")),
        ("042", Head + "scope: { hosts: [localhost, a.b§/c] }\n"),
        ("042", Head + "scope: { hosts: [localhost, §http://a.b/] }\n"),
        ("043", Head + Rule("follow: .a§..b").Replace("§..", ".§.")),
        ("043", Head + Rule("follow: '.a > §'")),
        ("044", Head + Rule("has: { xpath: '//a§[' }\n    follow: a")),
        ("045", Head + Rule("extract: { r: { fields: { a: { json: '§items' } } } }")),
        ("046", Head + Rule("extract: { r: { fields: { a: { regex: 'a(b§' } } } }")),
        ("046", Head + Rule("extract: { r: { fields: { a: { css: b, pattern: §(?=a)b } } } }")),
        ("047", Head + Rule("extract: { r: { fields: { a: { css: b, type: decimal, locale: §en_GB } } } }")),
        ("047", Head + Rule("extract: { r: { fields: { a: { css: b, type: decimal, locale: §qx-YY } } } }")),
        ("048", Head + Rule("extract: { r: { fields: { a: { css: b, type: date, zone: §Europe/Nowhere } } } }")),
        ("049", Head + Rule("extract: { r: { fields: { a: { css: b, type: date, formats: [§\"%\"] } } } }")),
        ("050", "start: §http://localhost/{1..10001}\n"),
        ("051", "start: [ http://localhost/, { file: §missing.txt } ]\n"),
        ("052", Head + "outputs: { jsonl: 'out/§{recrd}.jsonl' }\n"),
        ("053", Head + Rule("extract: { r: { fields: { a: { css: b, take: §txt } } } }")),
        ("053", Head + Rule("has: §a::attr(href)\n    follow: a")),
        ("054", Head + Rule("follow: { json: $.next, template: §http://localhost/x }")),
        ("055", Head + "egress: { allow: §http://wiki.corp/ }\n"),
        ("055", Head + "egress: { allow: [wiki.corp, §10.0.0.1/8] }\n"),
        ("056", Head + "egress: { ports: [§70000] }\n"),
        ("056", Head + "egress: { ports: §9-8 }\n"),
        ("057", Head + "drift: { since: §yesterday }\n"),
        ("035", Head + "drift: §of\n"),
        ("031", Head + "drift: { change: §101 }\n"),
        ("027", Head + "drift: { ignore: §Product }\n"),

        // What the parts mean together.
        ("060", Head + Rule("url: §https://other.example/**\n    follow: a")),
        ("060", Head + "scope: { exclude: [/a/**] }\n" + Rule("url: §/a/**\n    follow: a")),
        ("060", "start: http://localhost/b/\nscope: { include: [/b/**] }\n" + Rule("url: §/a/**\n    follow: a")),
        ("062", Head + "pages:\n  a: §{ url: /a }\n"),
        ("063", Head + "pages:\n  a: { extract: { r: { fields: { x: b } } } }\n  b: { extract: { r: { fields: { x: { css: b, type: §integer } } } } }\n"),
        ("064", Head + Rule("extract: { r: { fields: { sku: b } } }") + "records: { r: { key: [§skew] } }\n"),
        ("064", Head + Rule("extract: { r: { fields: { sku: b } } }") + "records: { r: { columns: §price } }\n"),
        ("065", Head + Rule("extract: { r: { fields: { sku: b } } }") + "outputs: { csv: { records: [§rr] } }\n"),
        ("066", Head + Rule("extract: { r: { fields: { a: { css: b, §min: 1 } } } }")),
        ("066", Head + Rule("extract: { r: { fields: { a: { from: url, §many: true } } } }")),
        ("066", Head + Rule("extract: { r: { fields: { a: { css: b, many: true } } } }") + "records: { r: { key: §a } }\n"),
        ("067", Head + Rule("extract: { r: { fields: { a: { css: b, type: integer, min: §one } } } }")),
        ("067", Head + Rule("extract: { r: { fields: { a: { css: b, type: date, default: §31.12.2026 } } } }")),
        ("068", Head + Rule("extract: { r: { fields: { a: { css: b, type: integer, min: §2, max: 1 } } } }")),
        ("068", Head + "fetch: { retryDelay: §10 m }\n"),
        ("069", "start: [ http://localhost/, §http://localhost/login ]\nscope: { exclude: /login }\n"),
        ("069", "start: §http://a.localhost/\nscope: { hosts: localhost }\n"),
        ("070", "start: §{ file: urls.txt }\n"),
        ("071", Head + Rule("extract: { r: { fields: { a: b } }, s: { fields: { a: b } } }") + "outputs: { csv: §out.csv }\n"),
        ("073", Head + "egress: { schemes: §https }\n"),
        ("058", Head + "proxies: §ftp://gate:21\n"),
        ("058", Head + "proxies: [ http://gate:3128, { url: §http://me:pw@gate:3128 } ]\n"),
        ("025", Head + "proxies: { url: http://gate:3128, §password: x }\n"),
        ("076", Head + "proxies: §http://gate:3128\n" + Rule("render: always\n    follow: a")),
        ("021", Head + "login: §{ url: http://localhost/login }\n"),
        ("074", Head + "incremental: true\ncapture: §none\n"),
        ("074", Head + "incremental: true\ncapture: §failures\n"),
        ("072", Head + "outputs: [ csv, §csv ]\n"),

        // Plugins.
        ("090", Head + Use("§test.tidi")),
        ("090", Head + Use("§./nowhere")),
        ("091", Head + Use("§test.broken")),
        ("092", Head + Rule(Record) + "records: { r: { steps: §tidy } }\n"),
        ("092", Head + Rule("extract: { r: { plugin: §tidy } }")),
        ("025", Head + "plugins: { all: { use: test.all, settings: { server: a.b, folder: out }, " + Grant + " } }\n"
            + Rule("extract: { r: { plugin: all, §each: .row } }")),
        ("092", "start: { plugin: §feed }\nscope: { hosts: localhost }\n"),
        ("092", Head + "parse: { plugin: §pdf }\n"),
        ("092", Head + "outputs: { plugin: §store }\n"),
        ("093", Head + Use("{ use: test.tidy, settings: { rate: 1 } }", "[ { validate: §t } ]")),
        ("093", Head + Use("{ use: test.all, settings: { server: a.b, folder: out }, " + Grant + " }", "[ §t ]")),
        ("063", Head + Rule("extract: { r: { fields: { a: b, slug: { css: b, type: integer } } } }")
            + "plugins: { t: { use: test.tidy, settings: { rate: 1 } } }\nrecords: { r: { steps: §t } }\n"),
        ("065", Head + Rule(Record) + Use("{ use: test.all, settings: { server: a.b, folder: out }, " + Grant + " }", null)
            + "outputs: { plugin: t, records: [§rr] }\n"),
        ("021", Head + Use("§{ use: test.tidy }")),
        ("021", Head + Use("{ use: test.tidy, settings: §{ currency: USD } }")),
        ("020", Head + Use("{ use: test.tidy, settings: { rate: 1, §currancy: USD } }")),
        ("022", Head + Use("{ use: test.tidy, settings: §1 }")),
        ("030", Head + Use("{ use: test.tidy, settings: { rate: §much } }")),
        ("031", Head + Use("{ use: test.tidy, settings: { rate: §10.5 } }")),
        ("035", Head + Use("{ use: test.tidy, settings: { rate: 1, currency: §GBP } }")),
        ("035", Head + Use("{ use: test.tidy, settings: { rate: 1, words: [abc, §ABC] } }")),
        ("094", Head + Use("{ use: test.all, settings: { server: a.b, folder: out }, "
            + Grant.Replace("{ hosts: [a.b, ", "§{ hosts: [", StringComparison.Ordinal) + " }", "[ { validate: t } ]")),
        ("094", Head + Use("{ use: test.all, settings: { server: a.b, folder: ../out }, "
            + Grant.Replace("{", "§{", StringComparison.Ordinal) + " }", "[ { validate: t } ]")),
        ("094", Head + Use("{ use: test.all, settings: { server: a.b, folder: out }, "
            + Grant.Replace("{", "§{", StringComparison.Ordinal).Replace("processes: true, ", "", StringComparison.Ordinal) + " }",
            "[ { validate: t } ]")),
        ("094", Head + Use("{ use: test.all, settings: { server: a.b, folder: out }, "
            + Grant.Replace("{", "§{", StringComparison.Ordinal).Replace("2 GiB", "512 MiB", StringComparison.Ordinal) + " }",
            "[ { validate: t } ]")),
        ("094", Head + Use("{ use: test.all, settings: { server: a.b, folder: out, token: KEY }, "
            + Grant.Replace("{", "§{", StringComparison.Ordinal) + " }", "[ { validate: t } ]")),
        ("097", Head + Use("{ use: test.tidy, settings: { rate: 1 }, grant: { hosts: [§https://a.b/] } }")),
        ("097", Head + Use("{ use: test.tidy, settings: { rate: 1 }, grant: { files: [§out] } }")),
        ("097", Head + Use("{ use: test.tidy, settings: { rate: 1 }, grant: { secrets: [§A-B] } }")),

        // Tools and models.
        ("110", Head + Tools + Steps("{ call: §rate/convert, fields: { usd: decimal } }, { call: rates/convert, fields: { usd: decimal } }")),
        ("111", Head + Tools + Steps("{ call: §rates/convret, fields: { usd: decimal } }")),
        ("111", Head + Tools + Models + Steps("{ ask: w, prompt: p, tools: §rates/other, fields: { b: text } }")),
        ("112", Head + Models + Steps("{ ask: §v, prompt: p, fields: { b: text } }, { ask: w, prompt: p, fields: { b: text } }")),
        ("064", Head + Tools + Steps("{ call: rates/convert, arguments: §{ amount: \"{price}\" }, fields: { usd: decimal } }")),
        ("064", Head + Models + Steps("{ ask: w, prompt: p, give: [§c], fields: { b: text } }").Replace("give: [§c]", "give: §[c]", StringComparison.Ordinal)),
        ("063", Head + Tools + Steps("{ call: rates/convert, fields: { §a: decimal } }")),
        ("021", Head + Tools + Steps("§{ call: rates/convert }")),
        ("021", Head + Models + Steps("§{ ask: w, fields: { b: text } }")),
        ("021", Head + "models: { w: §{ url: \"http://a.b/v1\" } }\n" + Steps("{ ask: w, prompt: p, fields: { b: text } }")),
        ("021", Head + "tools: { rates: §{ url: \"http://a.b/\" } }\n" + Steps("{ call: rates/convert, fields: { b: text } }")),
        ("024", Head + Tools + Models + Steps("{ call: rates/convert, §ask: w, prompt: p, fields: { b: text } }").Replace("prompt: p, ", "", StringComparison.Ordinal)),
        ("025", Head + Models + Steps("{ ask: w, prompt: p, fields: { b: { §path: $.b } } }")),
        ("027", Head + Tools + Steps("{ call: §convert, fields: { b: text } }")),
        ("040", Head + "tools: { rates: { url: §\"ftp://a.b/\", allow: x } }\n" + Steps("{ call: rates/x, fields: { b: text } }")),
        ("045", Head + Tools + Steps("{ call: rates/convert, fields: { b: { path: §b } } }")),
    ];

    private const string Tools = "tools: { rates: { command: rates, allow: [convert] } }\n";

    private const string Models = "models: { w: { script: a } }\n";

    private static string Steps(string steps) => Rule(Record) + $"records: {{ r: {{ steps: [ {steps} ] }} }}\n";

    private const string Record = "extract: { r: { fields: { a: b } } }";

    /// <summary>All that the plugin test.all needs, with the settings server a.b and folder out.</summary>
    private const string Grant = "grant: { hosts: [a.b, api.example], files: [\"write out\", \"read /\"], "
        + "secrets: [ALWAYS], processes: true, memory: 2 GiB }";

    private static string Use(string plugin, string? steps = "t") => (steps is null ? "" : Rule(Record) + $"records: {{ r: {{ steps: {steps} }} }}\n")
        + $"plugins:\n  t: {plugin}\n";

    private static string Rule(string body) => $"pages:\n  p:\n    {body}\n";
}
