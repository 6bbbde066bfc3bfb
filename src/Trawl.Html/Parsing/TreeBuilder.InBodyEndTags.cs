using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>End tags in the body, 13.2.6.4.7.</content>
internal ref partial struct TreeBuilder
{
    private void InBodyEndTag()
    {
        int name = _tokens.Name;
        switch (name)
        {
            case KnownName.A or KnownName.B or KnownName.Big or KnownName.Code or KnownName.Em or KnownName.Font or
                KnownName.I or KnownName.Nobr or KnownName.S or KnownName.Small or KnownName.Strike or KnownName.Strong or
                KnownName.Tt or KnownName.U:
                RunAdoptionAgency(name);
                break;
            case KnownName.P:
                if (!ParagraphInButtonScope()) InsertImplied(KnownName.P);
                EndParagraph();
                break;
            case KnownName.Li:
                if (!InListScope(KnownName.Li)) break;
                ImplyEndTags(KnownName.Li);
                PopThrough(KnownName.Li);
                break;
            case KnownName.Dd or KnownName.Dt:
                if (!InScope(name)) break;
                ImplyEndTags(name);
                PopThrough(name);
                break;
            case KnownName.Address or KnownName.Article or KnownName.Aside or KnownName.Blockquote or KnownName.Button or
                KnownName.Center or KnownName.Details or KnownName.Dialog or KnownName.Dir or KnownName.Div or
                KnownName.Dl or KnownName.Fieldset or KnownName.Figcaption or KnownName.Figure or KnownName.Footer or
                KnownName.Header or KnownName.Hgroup or KnownName.Listing or KnownName.Main or KnownName.Menu or
                KnownName.Nav or KnownName.Ol or KnownName.Pre or KnownName.Search or KnownName.Section or
                KnownName.Select or KnownName.Summary or KnownName.Ul:
                if (!InScope(name)) break;
                ImplyEndTags();
                PopThrough(name);
                break;
            case KnownName.H1 or KnownName.H2 or KnownName.H3 or KnownName.H4 or KnownName.H5 or KnownName.H6:
                HeadingEndTag();
                break;
            default:
                InBodyRareEndTag(name);
                break;
        }
    }

    private void InBodyRareEndTag(int name)
    {
        switch (name)
        {
            case KnownName.Template:
                TemplateEndTag();
                break;
            case KnownName.Body:
                if (InScope(KnownName.Body)) _mode = InsertionMode.AfterBody;
                break;
            case KnownName.Html:
                if (!InScope(KnownName.Body)) break;
                _mode = InsertionMode.AfterBody;
                EndTag();
                break;
            case KnownName.Form:
                FormEndTag();
                break;
            case KnownName.Applet or KnownName.Marquee or KnownName.Object:
                if (!InScope(name)) break;
                ImplyEndTags();
                PopThrough(name);
                ClearToMarker();
                break;
            case KnownName.Br:
                Reconstruct();
                Link(_document.AddElement(KnownName.Br, ElementNamespace.Html, _tokens.Start, 0, 0));
                _framesetOk = false;
                break;
            default:
                AnyOtherEndTag(name);
                break;
        }
    }

    private void AnyOtherEndTag(int name)
    {
        for (int i = _openCount - 1; i > 0; i--)
        {
            int key = _openKeys[i];
            if (key == name)
            {
                // Implied end tags close only what stands below the element, so its index holds.
                ImplyEndTags(name);
                PopTo(Math.Min(i, _openCount));
                return;
            }

            if ((ElementKey.Traits(key) & ElementTraits.Special) != 0) return;
        }
    }

    private void HeadingEndTag()
    {
        for (int i = _openCount - 1; i >= 0; i--)
        {
            if (IsHeading(_openKeys[i]))
            {
                ImplyEndTags();
                PopTo(i);
                return;
            }

            if ((ElementKey.Traits(_openKeys[i]) & ElementTraits.Scope) != 0) return;
        }
    }

    private void FormEndTag()
    {
        if (IsOpen(KnownName.Template))
        {
            if (!InScope(KnownName.Form)) return;
            ImplyEndTags();
            PopThrough(KnownName.Form);
            return;
        }

        int form = _form;
        _form = HtmlDocument.None;
        if (form == HtmlDocument.None || !NodeInScope(form)) return;
        ImplyEndTags();
        int open = IndexOfOpen(form);
        if (open >= 0) RemoveOpen(open);
    }
}
