using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <summary>Which doctypes ask for quirks (HTML standard, 13.2.6.4.1).</summary>
internal static class DoctypeQuirks
{
    private static readonly string[] s_quirksPrefixes =
    [
        "+//silmaril//dtd html pro v0r11 19970101//", "-//as//dtd html 3.0 aswedit + extensions//",
        "-//advasoft ltd//dtd html 3.0 aswedit + extensions//", "-//ietf//dtd html 2.0 level 1//",
        "-//ietf//dtd html 2.0 level 2//", "-//ietf//dtd html 2.0 strict level 1//",
        "-//ietf//dtd html 2.0 strict level 2//", "-//ietf//dtd html 2.0 strict//", "-//ietf//dtd html 2.0//",
        "-//ietf//dtd html 2.1e//", "-//ietf//dtd html 3.0//", "-//ietf//dtd html 3.2 final//",
        "-//ietf//dtd html 3.2//", "-//ietf//dtd html 3//", "-//ietf//dtd html level 0//",
        "-//ietf//dtd html level 1//", "-//ietf//dtd html level 2//", "-//ietf//dtd html level 3//",
        "-//ietf//dtd html strict level 0//", "-//ietf//dtd html strict level 1//",
        "-//ietf//dtd html strict level 2//", "-//ietf//dtd html strict level 3//", "-//ietf//dtd html strict//",
        "-//ietf//dtd html//", "-//metrius//dtd metrius presentational//",
        "-//microsoft//dtd internet explorer 2.0 html strict//", "-//microsoft//dtd internet explorer 2.0 html//",
        "-//microsoft//dtd internet explorer 2.0 tables//", "-//microsoft//dtd internet explorer 3.0 html strict//",
        "-//microsoft//dtd internet explorer 3.0 html//", "-//microsoft//dtd internet explorer 3.0 tables//",
        "-//netscape comm. corp.//dtd html//", "-//netscape comm. corp.//dtd strict html//",
        "-//o'reilly and associates//dtd html 2.0//", "-//o'reilly and associates//dtd html extended 1.0//",
        "-//o'reilly and associates//dtd html extended relaxed 1.0//",
        "-//sq//dtd html 2.0 hotmetal + extensions//", "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
        "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//", "-//spyglass//dtd html 2.0 extended//",
        "-//sun microsystems corp.//dtd hotjava html//", "-//sun microsystems corp.//dtd hotjava strict html//",
        "-//w3c//dtd html 3 1995-03-24//", "-//w3c//dtd html 3.2 draft//", "-//w3c//dtd html 3.2 final//",
        "-//w3c//dtd html 3.2//", "-//w3c//dtd html 3.2s draft//", "-//w3c//dtd html 4.0 frameset//",
        "-//w3c//dtd html 4.0 transitional//", "-//w3c//dtd html experimental 19960712//",
        "-//w3c//dtd html experimental 970421//", "-//w3c//dtd w3 html//", "-//w3o//dtd w3 html 3.0//",
        "-//webtechs//dtd mozilla html 2.0//", "-//webtechs//dtd mozilla html//",
    ];

    private static readonly string[] s_quirksIds =
        ["-//w3o//dtd w3 html strict 3.0//en//", "-/w3c/dtd html 4.0 transitional/en", "html"];

    private static readonly string[] s_html4Prefixes =
        ["-//w3c//dtd html 4.01 frameset//", "-//w3c//dtd html 4.01 transitional//"];

    private static readonly string[] s_xhtmlPrefixes =
        ["-//w3c//dtd xhtml 1.0 frameset//", "-//w3c//dtd xhtml 1.0 transitional//"];

    public static QuirksMode Of(HtmlDocument document, int doctype, bool isForced)
    {
        if (isForced || !document.Data(doctype).SequenceEqual("html")) return QuirksMode.Quirks;
        var publicId = document.DoctypePublicId(doctype);
        var systemId = document.DoctypeSystemId(doctype);
        bool hasSystem = document.Attributes[document.Nodes[doctype].Start + 2].ValueLength >= 0;
        if (IsQuirky(publicId, systemId) || (!hasSystem && StartsWithAny(publicId, s_html4Prefixes))) return QuirksMode.Quirks;
        bool isLimited = StartsWithAny(publicId, s_xhtmlPrefixes) || StartsWithAny(publicId, s_html4Prefixes);
        return isLimited ? QuirksMode.LimitedQuirks : QuirksMode.NoQuirks;
    }

    private static bool IsQuirky(ReadOnlySpan<char> publicId, ReadOnlySpan<char> systemId)
    {
        if (systemId.Equals("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (string id in s_quirksIds)
        {
            if (publicId.Equals(id, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return StartsWithAny(publicId, s_quirksPrefixes);
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] prefixes)
    {
        if (text.IsEmpty) return false;
        foreach (string prefix in prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
