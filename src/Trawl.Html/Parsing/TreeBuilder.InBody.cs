using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>Start tags and characters in the body, 13.2.6.4.7.</content>
internal ref partial struct TreeBuilder
{
    private void InBodyCharacters()
    {
        DropNuls();
        if (_textLength == 0) return;
        Reconstruct();
        if (_framesetOk && LeadingSpace() < _textLength) _framesetOk = false;
        InsertText();
    }

    private void InBodyStartTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.A:
                AnchorStartTag();
                break;
            case KnownName.B or KnownName.Big or KnownName.Code or KnownName.Em or KnownName.Font or KnownName.I or
                KnownName.S or KnownName.Small or KnownName.Strike or KnownName.Strong or KnownName.Tt or KnownName.U:
                Reconstruct();
                AddFormatting(InsertElement());
                break;
            case KnownName.Nobr:
                NobrStartTag();
                break;
            case KnownName.Address or KnownName.Article or KnownName.Aside or KnownName.Blockquote or KnownName.Center or
                KnownName.Details or KnownName.Dialog or KnownName.Dir or KnownName.Div or KnownName.Dl or
                KnownName.Fieldset or KnownName.Figcaption or KnownName.Figure or KnownName.Footer or KnownName.Header or
                KnownName.Hgroup or KnownName.Main or KnownName.Menu or KnownName.Nav or KnownName.Ol or KnownName.P or
                KnownName.Search or KnownName.Section or KnownName.Summary or KnownName.Ul:
                CloseParagraph();
                InsertElement();
                break;
            case KnownName.H1 or KnownName.H2 or KnownName.H3 or KnownName.H4 or KnownName.H5 or KnownName.H6:
                CloseParagraph();
                if (IsHeading(_currentKey)) Pop();
                InsertElement();
                break;
            case KnownName.Li:
                ListItemStartTag(KnownName.Li, KnownName.Li);
                break;
            case KnownName.Dd or KnownName.Dt:
                ListItemStartTag(KnownName.Dd, KnownName.Dt);
                break;
            case KnownName.Br or KnownName.Img or KnownName.Area or KnownName.Embed or KnownName.Keygen or KnownName.Wbr:
                Reconstruct();
                InsertVoid();
                _framesetOk = false;
                break;
            case KnownName.Table:
                if (_document.Quirks != QuirksMode.Quirks) CloseParagraph();
                InsertElement();
                _framesetOk = false;
                _mode = InsertionMode.InTable;
                break;
            default:
                InBodyRareStartTag();
                break;
        }
    }

    private void InBodyRareStartTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Html:
                if (!IsOpen(KnownName.Template)) MergeInto(_open[0]);
                break;
            case KnownName.Body:
                BodyAgain();
                break;
            case KnownName.Frameset:
                FramesetInBody();
                break;
            case KnownName.Pre or KnownName.Listing:
                CloseParagraph();
                InsertElement();
                _ignoreLineFeed = true;
                _framesetOk = false;
                break;
            case KnownName.Form:
                FormStartTag();
                break;
            case KnownName.Plaintext:
                CloseParagraph();
                InsertElement();
                _tokens.State = TokenizerState.Plaintext;
                break;
            case KnownName.Button:
                ButtonStartTag();
                break;
            case KnownName.Applet or KnownName.Marquee or KnownName.Object:
                Reconstruct();
                InsertElement();
                AddMarker();
                _framesetOk = false;
                break;
            case KnownName.Input:
                Reconstruct();
                InsertVoid();
                if (!IsHiddenInput()) _framesetOk = false;
                break;
            case KnownName.Param or KnownName.Source or KnownName.Track:
                InsertVoid();
                break;
            case KnownName.Hr:
                CloseParagraph();
                InsertVoid();
                _framesetOk = false;
                break;
            case KnownName.Image:
                _tokens.Name = KnownName.Img;
                InBodyStartTag();
                break;
            case KnownName.Textarea:
                InsertRaw(TokenizerState.Rcdata);
                _ignoreLineFeed = true;
                _framesetOk = false;
                break;
            case KnownName.Xmp:
                CloseParagraph();
                Reconstruct();
                _framesetOk = false;
                InsertRaw(TokenizerState.RawText);
                break;
            case KnownName.Iframe:
                _framesetOk = false;
                InsertRaw(TokenizerState.RawText);
                break;
            case KnownName.Noembed:
                InsertRaw(TokenizerState.RawText);
                break;
            case KnownName.Select:
                SelectStartTag();
                break;
            case KnownName.Optgroup or KnownName.Option:
                if (_currentKey == KnownName.Option) Pop();
                Reconstruct();
                InsertElement();
                break;
            case KnownName.Rb or KnownName.Rtc:
                if (InScope(KnownName.Ruby)) ImplyEndTags();
                InsertElement();
                break;
            case KnownName.Rp or KnownName.Rt:
                if (InScope(KnownName.Ruby)) ImplyEndTags(KnownName.Rtc);
                InsertElement();
                break;
            case KnownName.Math:
                Reconstruct();
                InsertForeign(KnownName.Math, ElementNamespace.MathMl);
                break;
            case KnownName.Svg:
                Reconstruct();
                InsertForeign(KnownName.Svg, ElementNamespace.Svg);
                break;
            case KnownName.Caption or KnownName.Col or KnownName.Colgroup or KnownName.Frame or KnownName.Head or
                KnownName.Tbody or KnownName.Td or KnownName.Tfoot or KnownName.Th or KnownName.Thead or KnownName.Tr:
                break;
            default:
                if (TryHeadStartTag()) break;
                Reconstruct();
                InsertElement();
                break;
        }
    }

    private static bool IsHeading(int key) => key is KnownName.H1 or KnownName.H2 or KnownName.H3 or KnownName.H4 or
        KnownName.H5 or KnownName.H6;

    private void MergeInto(int element)
    {
        _attributesTaken = true;
        _document.MergeAttributes(element, _tokens.FirstAttribute, _tokens.AttributeCount, _maxAttributes);
    }

    private void BodyAgain()
    {
        if (_openCount < 2 || _openKeys[1] != KnownName.Body || IsOpen(KnownName.Template)) return;
        _framesetOk = false;
        MergeInto(_open[1]);
    }

    private void FramesetInBody()
    {
        if (!_framesetOk || _openCount < 2 || _openKeys[1] != KnownName.Body) return;
        _document.Detach(_open[1]);
        PopTo(1);
        InsertElement();
        _mode = InsertionMode.InFrameset;
    }

    private void FormStartTag()
    {
        bool inTemplate = IsOpen(KnownName.Template);
        if (_form != HtmlDocument.None && !inTemplate) return;
        CloseParagraph();
        int form = InsertElement();
        if (!inTemplate) _form = form;
    }

    private void ListItemStartTag(int one, int other)
    {
        _framesetOk = false;
        for (int i = _openCount - 1; i >= 0; i--)
        {
            int key = _openKeys[i];
            if (key == one || key == other)
            {
                ImplyEndTags(key);
                PopThrough(key);
                break;
            }

            bool isSpecial = (ElementKey.Traits(key) & ElementTraits.Special) != 0;
            if (isSpecial && key is not (KnownName.Address or KnownName.Div or KnownName.P)) break;
        }

        CloseParagraph();
        InsertElement();
    }

    private void ButtonStartTag()
    {
        if (InScope(KnownName.Button))
        {
            ImplyEndTags();
            PopThrough(KnownName.Button);
        }

        Reconstruct();
        InsertElement();
        _framesetOk = false;
    }

    private void AnchorStartTag()
    {
        int entry = LastFormatting(KnownName.A);
        if (entry >= 0)
        {
            int anchor = _formatting[entry];
            RunAdoptionAgency(KnownName.A);
            RemoveFormatting(anchor);
            int open = IndexOfOpen(anchor);
            if (open >= 0) RemoveOpen(open);
        }

        Reconstruct();
        AddFormatting(InsertElement());
    }

    private void NobrStartTag()
    {
        Reconstruct();
        if (InScope(KnownName.Nobr))
        {
            RunAdoptionAgency(KnownName.Nobr);
            Reconstruct();
        }

        AddFormatting(InsertElement());
    }

    private readonly bool IsHiddenInput()
    {
        foreach (ref var attribute in _document.Attributes.AsSpan(_tokens.FirstAttribute, _tokens.AttributeCount))
        {
            if (attribute.Name != KnownName.Type) continue;
            var value = _document.Stored(attribute.ValueStart, attribute.ValueLength);
            return value.Equals("hidden", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    private void SelectStartTag()
    {
        Reconstruct();
        InsertElement();
        _framesetOk = false;
        _mode = _mode is InsertionMode.InTable or InsertionMode.InCaption or InsertionMode.InTableBody or
            InsertionMode.InRow or InsertionMode.InCell ? InsertionMode.InSelectInTable : InsertionMode.InSelect;
    }
}
