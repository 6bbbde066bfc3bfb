using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Language;

/// <summary>The kinds of single values that keys of the language have.</summary>
internal static class Kinds
{
    public static readonly ScalarShape PipelineName = Scalars.Name("pipelineName", "pipeline name",
        "^[a-z0-9-]{1,40}$", "1 to 40 lower-case letters, digits and hyphens");

    public static readonly ScalarShape RuleName = Scalars.Name("ruleName", "rule name",
        "^[a-zA-Z][a-zA-Z0-9_-]{0,63}$", "a letter, then up to 63 letters, digits, \"_\" and \"-\"");

    public static readonly ScalarShape RecordName = Scalars.Name("recordName", "record type",
        "^[a-z][a-zA-Z0-9_-]{0,63}$", "a lower-case letter, then up to 63 letters, digits, \"_\" and \"-\"");

    public static readonly ScalarShape FieldName = Scalars.Name("fieldName", "field name",
        @"^[\p{L}_][\p{L}\p{N}_-]{0,63}$", "a letter or \"_\", then up to 63 letters, digits, \"_\" and \"-\"");

    public static readonly ScalarShape Url =
        Scalars.Checked("url", "URL", WebChecks.Url, "An absolute http or https URL.");

    public static readonly ScalarShape StartUrl = Scalars.Checked("startUrl", "URL", WebChecks.StartUrl,
        "An absolute http or https URL. Ranges expand: `{1..50}`, `{01..12}` (keeps the zeros), `{0..100..10}` (a step).");

    public static readonly ScalarShape Pattern = Scalars.Checked("urlPattern", "URL pattern", WebChecks.Pattern,
        "`/shop/**` is compared with path and query, `https://host/x/*` with the whole URL; `*` is any run without `/`, `**` any run; "
        + "`*.html` may begin after any slash; `re:` and a regular expression is searched in path and query.");

    public static readonly ScalarShape Host = Scalars.Checked("hostPattern", "host pattern", WebChecks.Host,
        "`example.com`, `*.example.com` (every name below it, not itself), `host:8080`. Without a port, every port.");

    public static readonly ScalarShape ContentType =
        Scalars.Checked("contentType", "content type", WebChecks.ContentType,
        "`text/html`, or `image/*` for all of a type.");

    public static readonly ScalarShape HeaderName =
        Scalars.Checked("headerName", "header name", WebChecks.HeaderName, "Name of an HTTP header.");

    public static readonly ScalarShape RedactedHeader = Scalars.Name("redactedHeader", "header name",
        "^[!#$%&'*+.^_`|~0-9a-zA-Z-]{1,100}$", "a name of letters, digits and !#$%&'*+-.^_`|~");

    public static readonly ScalarShape QueryName = Scalars.Name("queryName", "query parameter",
        @"^[^&=#?\s]{1,100}$", "a name as it stands in URLs, without blanks, \"&\", \"=\", \"#\" and \"?\"");

    public static readonly ScalarShape HeaderValue =
        new("headerValue", "header value", WebChecks.HeaderValue, Scalars.Text.Schema)
    {
        Doc = "Visible ASCII. `${env:NAME}` is not stored with the run; it is filled in when a request is sent.",
    };

    public static readonly ScalarShape Contact =
        Scalars.Checked("contact", "e-mail address or URL", WebChecks.Contact, "An e-mail address or a URL.");

    public static readonly ScalarShape Css =
        Scalars.Checked("css", "CSS selector", SelectorChecks.Css, "Selectors Level 4.");

    public static readonly ScalarShape CssTake = Scalars.Checked("cssTake", "CSS selector", SelectorChecks.CssWithTake,
        "Selectors Level 4. `::attr(name)` at the end takes an attribute, `::text` the element's own text.");

    public static readonly ScalarShape XPath = Scalars.Checked("xpath", "XPath", SelectorChecks.XPath, "XPath 1.0.");

    public static readonly ScalarShape JsonPath =
        Scalars.Checked("jsonPath", "JSONPath", SelectorChecks.JsonPath, "JSONPath, RFC 9535: `$.items[*].name`.");

    public static readonly ScalarShape Regex = Scalars.Checked("regex", "regular expression", SelectorChecks.Regex,
        "A .NET regular expression that runs in linear time: no look-around, no back references.");

    public static readonly ScalarShape MetaName = Scalars.Checked("metaName", "name of a meta element",
        text => text.Trim().Length == 0
            ? new Fault(Rules.BadChoice, "The name is empty.", "Write a name such as og:title.") : null,
        "`description`, `og:title`: the `name` or `property` of a `meta` element.");

    public static readonly ScalarShape Take = Scalars.Checked("take", "what is taken", ValueChecks.Take,
        "`text` (white space collapsed), `rawText`, `ownText` (without child elements), `html`, `innerHtml`, or `@name` for an attribute.");

    public static readonly ScalarShape Attribute = Scalars.Checked("attribute", "attribute name",
        text => Values.CssText.IsName(text) ? null
            : new Fault(Rules.BadTake, $"\"{text}\" is not the name of an attribute.", "Write it as in \"href\"."),
        "Name of an attribute.");

    public static readonly ScalarShape Locale =
        Scalars.Checked("locale", "locale", ValueChecks.Locale, "A BCP 47 tag: `de-DE`.");

    public static readonly ScalarShape Zone =
        Scalars.Checked("zone", "time zone", ValueChecks.Zone, "An IANA time zone: `Europe/Berlin`.");

    public static readonly ScalarShape Format =
        Scalars.Checked("dateFormat", "date format", ValueChecks.Format, "A .NET date format: `d MMM yyyy`.");

    public static readonly ScalarShape OutputPath = Scalars.Checked("outputPath", "path", ValueChecks.OutputPath,
        "Relative to the pipeline's file. `{record}` stands for the record type, `{run}` for the run's id.");

    public static readonly ScalarShape FilePath =
        Scalars.Checked("filePath", "path", ValueChecks.FilePath, "Relative to the pipeline's file.");

    public static readonly ScalarShape Template = Scalars.Checked("template", "URL with {value}", WebChecks.Template,
        "A URL that holds `{value}`, where the found value goes percent-encoded.");
}
