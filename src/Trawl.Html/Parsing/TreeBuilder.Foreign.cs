using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>SVG and MathML, 13.2.6.5 and the second half of the dispatcher.</content>
internal ref partial struct TreeBuilder
{
    /// <summary>The token is for the rules of foreign content.</summary>
    private readonly bool IsForeign(TokenKind kind)
    {
        if (_currentKey < ElementKey.Foreign) return false;
        if (kind == TokenKind.EndTag) return true;
        if (IsMathTextPoint(_currentKey) && (kind == TokenKind.Characters || !IsMathGlyph(_tokens.Name))) return false;
        bool isAnnotation = _currentKey == (ElementKey.MathMl | KnownName.AnnotationXml);
        if (isAnnotation && kind == TokenKind.StartTag && _tokens.Name == KnownName.Svg) return false;
        return !IsHtmlPoint();
    }

    private static bool IsMathTextPoint(int key) => key is (ElementKey.MathMl | KnownName.Mi) or
        (ElementKey.MathMl | KnownName.Mo) or (ElementKey.MathMl | KnownName.Mn) or (ElementKey.MathMl | KnownName.Ms) or
        (ElementKey.MathMl | KnownName.Mtext);

    private static bool IsMathGlyph(int name) => name is KnownName.Mglyph or KnownName.Malignmark;

    /// <summary>The current node is an HTML integration point.</summary>
    private readonly bool IsHtmlPoint() => IsHtmlPoint(_current, _currentKey);

    private readonly bool IsHtmlPoint(int node, int key)
    {
        if (key is (ElementKey.Svg | KnownName.ForeignObject) or (ElementKey.Svg | KnownName.Desc) or
            (ElementKey.Svg | KnownName.Title)) return true;
        if (key != (ElementKey.MathMl | KnownName.AnnotationXml)) return false;
        return _document.TryGetAttribute(node, KnownName.Encoding, out var encoding) &&
            (encoding.Equals("text/html", StringComparison.OrdinalIgnoreCase) ||
             encoding.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase));
    }

    private void ForeignCharacters()
    {
        if (_framesetOk && Text().ContainsAnyExcept(" \n\t\f\r\0")) _framesetOk = false;
        ReplaceNuls('\uFFFD');
        InsertText();
    }

    private void ForeignStartTag()
    {
        if (BreaksOut())
        {
            LeaveForeign();
            StartTag();
            return;
        }

        var space = (ElementNamespace)(_currentKey >> 24);
        InsertForeign(AdjustForeign(space), space);
    }

    private readonly int AdjustForeign(ElementNamespace space) =>
        space == ElementNamespace.Svg ? KnownNames.AdjustSvgElement(_tokens.Name) : _tokens.Name;

    private void InsertForeign(int name, ElementNamespace space)
    {
        AdjustAttributes(space);
        InsertElement(name, space);
        if (_tokens.IsSelfClosing) Pop();
    }

    private readonly void AdjustAttributes(ElementNamespace space)
    {
        foreach (ref var attribute in _document.Attributes.AsSpan(_tokens.FirstAttribute, _tokens.AttributeCount))
        {
            if (space == ElementNamespace.Svg) attribute.Name = KnownNames.AdjustSvgAttribute(attribute.Name);
            else if (attribute.Name == KnownName.Definitionurl) attribute.Name = KnownName.DefinitionURL;
        }
    }

    /// <summary>HTML start tags that end foreign content.</summary>
    private readonly bool BreaksOut() => _tokens.Name switch
    {
        KnownName.B or KnownName.Big or KnownName.Blockquote or KnownName.Body or KnownName.Br or KnownName.Center or
            KnownName.Code or KnownName.Dd or KnownName.Div or KnownName.Dl or KnownName.Dt or KnownName.Em or
            KnownName.Embed or KnownName.H1 or KnownName.H2 or KnownName.H3 or KnownName.H4 or KnownName.H5 or
            KnownName.H6 or KnownName.Head or KnownName.Hr or KnownName.I or KnownName.Img or KnownName.Li or
            KnownName.Listing or KnownName.Menu or KnownName.Meta or KnownName.Nobr or KnownName.Ol or KnownName.P or
            KnownName.Pre or KnownName.Ruby or KnownName.S or KnownName.Small or KnownName.Span or KnownName.Strong or
            KnownName.Strike or KnownName.Sub or KnownName.Sup or KnownName.Table or KnownName.Tt or KnownName.U or
            KnownName.Ul or KnownName.Var => true,
        KnownName.Font => HasFontAttribute(),
        _ => false,
    };

    private readonly bool HasFontAttribute()
    {
        foreach (ref var attribute in _document.Attributes.AsSpan(_tokens.FirstAttribute, _tokens.AttributeCount))
        {
            if (attribute.Name is KnownName.Color or KnownName.Face or KnownName.Size) return true;
        }

        return false;
    }

    private void LeaveForeign()
    {
        while (_currentKey >= ElementKey.Foreign && !IsMathTextPoint(_currentKey) && !IsHtmlPoint()) Pop();
    }

    private void ForeignEndTag()
    {
        int name = _tokens.Name;
        if (name is KnownName.Br or KnownName.P)
        {
            LeaveForeign();
            EndTag();
            return;
        }

        for (int i = _openCount - 1; i > 0; i--)
        {
            int key = _openKeys[i];
            if (key < ElementKey.Foreign)
            {
                EndTag();
                return;
            }

            if (!IsTagName(key, name)) continue;
            PopTo(i);
            return;
        }
    }

    /// <summary>The lower-case name of a foreign element.</summary>
    private static bool IsTagName(int key, int name)
    {
        int own = key & (ElementKey.Foreign - 1);
        return own == name || ((key & ElementKey.Svg) != 0 && KnownNames.AdjustSvgElement(name) == own);
    }
}
