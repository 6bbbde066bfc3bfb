using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <summary>An element's name and namespace in one number: for HTML elements the name's id alone.</summary>
internal static class ElementKey
{
    /// <summary>Keys from here on are of foreign elements.</summary>
    public const int Foreign = 1 << 24;

    public const int Svg = (int)ElementNamespace.Svg << 24;
    public const int MathMl = (int)ElementNamespace.MathMl << 24;

    private static readonly ElementTraits[] s_html = BuildHtml();

    public static int Of(int name, ElementNamespace space) => name | ((int)space << 24);

    public static ElementTraits Traits(int key)
    {
        if ((uint)key < (uint)s_html.Length) return s_html[key];
        return key < Foreign ? ElementTraits.None : ForeignTraits(key);
    }

    private static ElementTraits ForeignTraits(int key) => key switch
    {
        (MathMl | KnownName.Mi) or (MathMl | KnownName.Mo) or (MathMl | KnownName.Mn) or (MathMl | KnownName.Ms) or
            (MathMl | KnownName.Mtext) or (MathMl | KnownName.AnnotationXml) or (Svg | KnownName.ForeignObject) or
            (Svg | KnownName.Desc) or (Svg | KnownName.Title) => ElementTraits.Special | ElementTraits.Scope,
        _ => ElementTraits.None,
    };

    private static ElementTraits[] BuildHtml()
    {
        var traits = new ElementTraits[KnownNames.Count];
        Add(traits, ElementTraits.Special, """
            address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup
            dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head
            header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes
            noscript object ol p param plaintext pre script search section select source style summary table tbody td
            template textarea tfoot th thead title tr track ul wbr xmp
            """);
        Add(traits, ElementTraits.Scope, "applet caption html table td th marquee object template");
        Add(traits, ElementTraits.ListScope, "ol ul");
        Add(traits, ElementTraits.TableScope, "html table template");
        Add(traits, ElementTraits.ImpliedEnd, "dd dt li optgroup option p rb rp rt rtc");
        Add(traits, ElementTraits.ThoroughImpliedEnd, "caption colgroup tbody td tfoot th thead tr");
        Add(traits, ElementTraits.TablePart, "table tbody tfoot thead tr");
        Add(traits, ElementTraits.Void, """
            area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr
            """);
        return traits;
    }

    private static void Add(ElementTraits[] traits, ElementTraits trait, string names)
    {
        foreach (var range in names.AsSpan().SplitAny(' ', '\n', '\r'))
        {
            int id = NameTable.Find(names.AsSpan(range));
            if (id > 0) traits[id] |= trait;
        }
    }
}
