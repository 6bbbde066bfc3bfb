using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>In table, caption and column group, 13.2.6.4.9 to 13.2.6.4.12.</content>
internal ref partial struct TreeBuilder
{
    private void InTableStartTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Caption:
                ClearToTable();
                AddMarker();
                InsertElement();
                _mode = InsertionMode.InCaption;
                break;
            case KnownName.Colgroup:
                ClearToTable();
                InsertElement();
                _mode = InsertionMode.InColumnGroup;
                break;
            case KnownName.Col:
                ClearToTable();
                InsertImplied(KnownName.Colgroup);
                _mode = InsertionMode.InColumnGroup;
                StartTag();
                break;
            case KnownName.Tbody or KnownName.Tfoot or KnownName.Thead:
                ClearToTable();
                InsertElement();
                _mode = InsertionMode.InTableBody;
                break;
            case KnownName.Td or KnownName.Th or KnownName.Tr:
                ClearToTable();
                InsertImplied(KnownName.Tbody);
                _mode = InsertionMode.InTableBody;
                StartTag();
                break;
            case KnownName.Table:
                if (!InTableScope(KnownName.Table)) break;
                EndTable();
                StartTag();
                break;
            case KnownName.Style or KnownName.Script or KnownName.Template:
                TryHeadStartTag();
                break;
            case KnownName.Input when IsHiddenInput():
                InsertVoid();
                break;
            case KnownName.Form:
                if (_form != HtmlDocument.None || IsOpen(KnownName.Template)) break;
                _form = InsertElement();
                Pop();
                break;
            default:
                FosterStartTag();
                break;
        }
    }

    private void InTableEndTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Table:
                if (InTableScope(KnownName.Table)) EndTable();
                break;
            case KnownName.Body or KnownName.Caption or KnownName.Col or KnownName.Colgroup or KnownName.Html or
                KnownName.Tbody or KnownName.Td or KnownName.Tfoot or KnownName.Th or KnownName.Thead or KnownName.Tr:
                break;
            case KnownName.Template:
                TemplateEndTag();
                break;
            default:
                _fosterParenting = true;
                InBodyEndTag();
                _fosterParenting = false;
                break;
        }
    }

    private void FosterStartTag()
    {
        _fosterParenting = true;
        InBodyStartTag();
        _fosterParenting = false;
    }

    private void EndTable()
    {
        PopThrough(KnownName.Table);
        ResetMode();
    }

    /// <summary>"Clear the stack back to a table context".</summary>
    private void ClearToTable()
    {
        while (_currentKey is not (KnownName.Table or KnownName.Template or KnownName.Html)) Pop();
    }

    private void InTableCharacters()
    {
        if (!IsTablePart(_currentKey) && _currentKey != KnownName.Template)
        {
            FosterCharacters();
            return;
        }

        _pendingCount = 0;
        _originalMode = _mode;
        _mode = InsertionMode.InTableText;
        AddPending();
    }

    private void FosterCharacters()
    {
        _fosterParenting = true;
        InBodyCharacters();
        _fosterParenting = false;
    }

    private void InCaptionStartTag()
    {
        bool isPart = _tokens.Name is KnownName.Caption or KnownName.Col or KnownName.Colgroup or KnownName.Tbody or
            KnownName.Td or KnownName.Tfoot or KnownName.Th or KnownName.Thead or KnownName.Tr;
        if (!isPart) InBodyStartTag();
        else if (EndCaption()) StartTag();
    }

    private void InCaptionEndTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Caption:
                EndCaption();
                break;
            case KnownName.Table:
                if (EndCaption()) EndTag();
                break;
            case KnownName.Body or KnownName.Col or KnownName.Colgroup or KnownName.Html or KnownName.Tbody or
                KnownName.Td or KnownName.Tfoot or KnownName.Th or KnownName.Thead or KnownName.Tr:
                break;
            default:
                InBodyEndTag();
                break;
        }
    }

    private bool EndCaption()
    {
        if (!InTableScope(KnownName.Caption)) return false;
        ImplyEndTags();
        PopThrough(KnownName.Caption);
        ClearToMarker();
        _mode = InsertionMode.InTable;
        return true;
    }

    private void InColumnGroupStartTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Html:
                InBodyStartTag();
                break;
            case KnownName.Col:
                InsertVoid();
                break;
            case KnownName.Template:
                TemplateStartTag();
                break;
            default:
                if (EndColumnGroup()) StartTag();
                break;
        }
    }

    private void InColumnGroupEndTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Colgroup:
                EndColumnGroup();
                break;
            case KnownName.Col:
                break;
            case KnownName.Template:
                TemplateEndTag();
                break;
            default:
                if (EndColumnGroup()) EndTag();
                break;
        }
    }

    private void InColumnGroupCharacters()
    {
        if (InsertSpace() && EndColumnGroup()) Characters();
    }

    private bool EndColumnGroup()
    {
        if (_currentKey != KnownName.Colgroup) return false;
        Pop();
        _mode = InsertionMode.InTable;
        return true;
    }
}
