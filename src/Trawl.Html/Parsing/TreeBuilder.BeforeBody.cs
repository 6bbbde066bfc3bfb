using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>From the first token to the body, 13.2.6.4.1 to 13.2.6.4.6.</content>
internal ref partial struct TreeBuilder
{
    private void InitialDoctype()
    {
        int doctype = _document.AddDoctype(_tokens.Start);
        _document.Append(HtmlDocument.Root, doctype);
        _document.Quirks = DoctypeQuirks.Of(_document, doctype, _tokens.ForceQuirks);
        _mode = InsertionMode.BeforeHtml;
    }

    private void LeaveInitial()
    {
        _document.Quirks = QuirksMode.Quirks;
        _mode = InsertionMode.BeforeHtml;
    }

    private void BeforeHtmlStartTag()
    {
        if (_tokens.Name != KnownName.Html)
        {
            InsertHtml();
            StartTag();
            return;
        }

        int html = CreateForToken(KnownName.Html, ElementNamespace.Html);
        _document.Append(HtmlDocument.Root, html);
        Push(html, KnownName.Html);
        _mode = InsertionMode.BeforeHead;
    }

    private void BeforeHtmlEndTag()
    {
        if (!ReopensDocument(_tokens.Name)) return;
        InsertHtml();
        EndTag();
    }

    /// <summary>The end tags that are not ignored before there is a body.</summary>
    private static bool ReopensDocument(int name) => name is KnownName.Head or KnownName.Body or KnownName.Html or KnownName.Br;

    private void InsertHtml()
    {
        int html = _document.AddElement(KnownName.Html, ElementNamespace.Html, -1, 0, 0);
        _document.Append(HtmlDocument.Root, html);
        Push(html, KnownName.Html);
        _mode = InsertionMode.BeforeHead;
    }

    private void BeforeHeadStartTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Html:
                InBodyStartTag();
                break;
            case KnownName.Head:
                _head = InsertElement();
                _mode = InsertionMode.InHead;
                break;
            default:
                InsertHead();
                StartTag();
                break;
        }
    }

    private void BeforeHeadEndTag()
    {
        if (!ReopensDocument(_tokens.Name)) return;
        InsertHead();
        EndTag();
    }

    private void InsertHead()
    {
        _head = InsertImplied(KnownName.Head);
        _mode = InsertionMode.InHead;
    }

    /// <summary>13.2.6.4.4. False when the tag is none of those the head takes.</summary>
    private bool TryHeadStartTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Base or KnownName.Basefont or KnownName.Bgsound or KnownName.Link or KnownName.Meta:
                InsertVoid();
                _document.HasBase |= _tokens.Name == KnownName.Base;
                return true;
            case KnownName.Title:
                InsertRaw(TokenizerState.Rcdata);
                return true;
            case KnownName.Noframes or KnownName.Style:
                InsertRaw(TokenizerState.RawText);
                return true;
            case KnownName.Script:
                InsertRaw(TokenizerState.ScriptData);
                return true;
            case KnownName.Template:
                TemplateStartTag();
                return true;
            default:
                return false;
        }
    }

    private void InHeadStartTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Html:
                InBodyStartTag();
                break;
            case KnownName.Noscript:
                InsertElement();
                _mode = InsertionMode.InHeadNoscript;
                break;
            case KnownName.Head:
                break;
            default:
                if (TryHeadStartTag()) break;
                LeaveHead();
                StartTag();
                break;
        }
    }

    private void InHeadEndTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Head:
                LeaveHead();
                break;
            case KnownName.Template:
                TemplateEndTag();
                break;
            case KnownName.Body or KnownName.Html or KnownName.Br:
                LeaveHead();
                EndTag();
                break;
        }
    }

    private void LeaveHead()
    {
        Pop();
        _mode = InsertionMode.AfterHead;
    }

    private void InHeadNoscriptStartTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Html:
                InBodyStartTag();
                break;
            case KnownName.Basefont or KnownName.Bgsound or KnownName.Link or KnownName.Meta or KnownName.Noframes or
                KnownName.Style:
                TryHeadStartTag();
                break;
            case KnownName.Head or KnownName.Noscript:
                break;
            default:
                LeaveNoscript();
                StartTag();
                break;
        }
    }

    private void InHeadNoscriptEndTag()
    {
        if (_tokens.Name is not (KnownName.Noscript or KnownName.Br)) return;
        LeaveNoscript();
        if (_tokens.Name == KnownName.Br) EndTag();
    }

    private void LeaveNoscript()
    {
        Pop();
        _mode = InsertionMode.InHead;
    }

    private void AfterHeadStartTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Html:
                InBodyStartTag();
                break;
            case KnownName.Body:
                InsertElement();
                _framesetOk = false;
                _mode = InsertionMode.InBody;
                break;
            case KnownName.Frameset:
                InsertElement();
                _mode = InsertionMode.InFrameset;
                break;
            case KnownName.Head:
                break;
            default:
                if (TryLateHeadStartTag()) break;
                InsertBody();
                StartTag();
                break;
        }
    }

    /// <summary>An element of the head that comes after its end goes into it all the same.</summary>
    private bool TryLateHeadStartTag()
    {
        int count = _openCount;
        int name = _tokens.Name;
        if (name is not (KnownName.Base or KnownName.Basefont or KnownName.Bgsound or KnownName.Link or KnownName.Meta or
            KnownName.Noframes or KnownName.Script or KnownName.Style or KnownName.Template or KnownName.Title)) return false;
        Push(_head, KnownName.Head);
        TryHeadStartTag();
        RemoveOpen(count);
        return true;
    }

    private void AfterHeadEndTag()
    {
        if (_tokens.Name == KnownName.Template) TemplateEndTag();
        if (_tokens.Name is not (KnownName.Body or KnownName.Html or KnownName.Br)) return;
        InsertBody();
        EndTag();
    }

    private void InsertBody()
    {
        InsertImplied(KnownName.Body);
        _mode = InsertionMode.InBody;
    }

    /// <summary>13.2.6.2, elements that contain only text.</summary>
    private void InsertRaw(TokenizerState state)
    {
        InsertElement();
        _tokens.State = state;
        _originalMode = _mode;
        _mode = InsertionMode.Text;
    }
}
