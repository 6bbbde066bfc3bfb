#!/usr/bin/env python3
"""Writes src/Trawl.Html/Dom/KnownName.g.cs and KnownNames.g.cs: the names that have a fixed id in every document.

Which names are here is a matter of speed only: a name that is missing works the same through the document's own table.
The two adjustment tables are those of the HTML standard, section 13.2.6.5 and "adjust SVG attributes".
usage: eng/html-names.py"""
import os
import re

ELEMENTS = """
a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
button canvas caption center cite code col colgroup command data datalist dd del details dfn dialog dir div dl dt em
embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe
image img input ins isindex kbd keygen label legend li link listing main map mark marquee menu menuitem meta meter
multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre
progress q rb rbc rp rt rtc ruby s samp script search section select slot small source spacer span strike strong style
sub summary sup table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
math mi mo mn ms mtext mglyph malignmark annotation-xml annotation semantics mrow mfrac msqrt mroot msub msup msubsup
munder mover munderover mtable mtr mtd mspace mstyle merror mpadded mphantom mfenced maction none mprescripts
svg desc foreignobject circle defs ellipse filter g line marker mask metadata path pattern polygon polyline rect stop
switch symbol text tspan use view animate set image
"""

SVG_ELEMENTS = """
altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix
feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient radialGradient textPath
"""

SVG_ATTRIBUTES = """
attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits glyphRef
gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust limitingConeAngle
markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits
patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits refX refY
repeatCount repeatDur requiredExtensions requiredFeatures specularConstant specularExponent spreadMethod startOffset
stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength viewBox viewTarget
xChannelSelector yChannelSelector zoomAndPan
"""

FOREIGN_ATTRIBUTES = """
xlink:actuate xlink:arcrole xlink:href xlink:role xlink:show xlink:title xlink:type xml:lang xml:space xmlns xmlns:xlink
"""

ATTRIBUTES = """
id class href src alt title name content rel type value style lang dir charset width height target action method for
role tabindex hidden placeholder colspan rowspan scope headers border cellpadding cellspacing align valign bgcolor color
face size http-equiv media property itemprop itemscope itemtype itemid itemref datetime cite srcset sizes loading
decoding fetchpriority integrity crossorigin async defer nomodule nonce referrerpolicy disabled checked selected
multiple readonly required autofocus autocomplete enctype accept accept-charset maxlength minlength min max step pattern
rows cols wrap start reversed open controls autoplay loop muted preload poster usemap ismap shape coords download ping
hreflang sandbox allow allowfullscreen allowtransparency frameborder marginheight marginwidth scrolling srcdoc summary
clear noshade nowrap compact language event onclick onload onchange onsubmit onmouseover onmouseout onkeyup onkeydown
onerror onfocus onblur contenteditable draggable spellcheck translate accesskey version encoding definitionurl
definitionURL d fill stroke stroke-width stroke-linecap stroke-linejoin transform points cx cy r rx ry x y x1 x2 y1 y2
offset opacity fill-rule clip-rule fill-opacity stroke-opacity stop-color data-id data-src data-href data-url
data-title data-toggle data-target data-value data-type data-name data-index data-key data-testid aria-label aria-hidden
aria-labelledby aria-describedby aria-expanded aria-controls aria-current aria-haspopup aria-live aria-level
profile archive classid codebase codetype object background link vlink alink text abbr axis char charoff frame rules
span label kind srclang default low high optimum list form formaction formmethod formnovalidate novalidate inputmode
is slot part enterkeyhint popover inert as imagesizes imagesrcset blocking prefix typeof about resource datatype vocab
"""


def words(text):
    return text.split()


def lower(names):
    return [name.lower() for name in names]


def identifier(name):
    parts = re.split(r"[-:]", name)
    return "".join(part[0].upper() + part[1:] for part in parts)


def table(pairs, indent):
    return "\n".join(f"{indent}KnownName.{identifier(a)} => KnownName.{identifier(b)}," for a, b in pairs)


HEAD = [
    "// <auto-generated>Written by eng/html-names.py; change the lists there.</auto-generated>",
    "#nullable enable",
    "namespace Trawl.Html.Dom;",
    "",
]


def write(name, lines):
    folder = os.path.join(os.path.dirname(__file__), "..", "src", "Trawl.Html", "Dom")
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write("\n".join(HEAD + lines + ["}", ""]))


def main():
    svg, svg_attributes = words(SVG_ELEMENTS), words(SVG_ATTRIBUTES)
    names = list(dict.fromkeys(
        words(ELEMENTS) + words(FOREIGN_ATTRIBUTES) + words(ATTRIBUTES)
        + lower(svg) + svg + lower(svg_attributes) + svg_attributes))
    assert len({identifier(name) for name in names}) == len(names)
    ids = ["/// <summary>Ids of the names every document knows. 0 is no name.</summary>",
           "internal static class KnownName", "{"]
    ids += [f"    public const int {identifier(name)} = {number};" for number, name in enumerate(names, 1)]
    write("KnownName.g.cs", ids)

    tables = ["/// <summary>The texts of <see cref=\"KnownName\"/> and what foreign content makes of them.</summary>",
              "internal static class KnownNames", "{",
              "    /// <summary>The first id that is local to a document.</summary>",
              f"    public const int Count = {len(names) + 1};", "",
              "    public static readonly string[] Texts =", "    [", '        "",']
    tables += [f'        "{name}",' for name in names]
    tables += ["    ];", "",
               "    /// <summary>Tag names of SVG with capitals (HTML standard, 13.2.6.5).</summary>",
               "    public static int AdjustSvgElement(int name) => name switch", "    {",
               table([(name.lower(), name) for name in svg], "        "),
               "        _ => name,", "    };", "",
               '    /// <summary>"Adjust SVG attributes" (HTML standard, 13.2.6.1).</summary>',
               "    public static int AdjustSvgAttribute(int name) => name switch", "    {",
               table([(name.lower(), name) for name in svg_attributes], "        "),
               "        _ => name,", "    };"]
    write("KnownNames.g.cs", tables)


main()
