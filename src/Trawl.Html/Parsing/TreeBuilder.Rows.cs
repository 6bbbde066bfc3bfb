using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>In table body, row and cell, 13.2.6.4.13 to 13.2.6.4.15.</content>
internal ref partial struct TreeBuilder
{
    private void InTableBodyStartTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Tr:
                ClearToTableBody();
                InsertElement();
                _mode = InsertionMode.InRow;
                break;
            case KnownName.Th or KnownName.Td:
                ClearToTableBody();
                InsertImplied(KnownName.Tr);
                _mode = InsertionMode.InRow;
                StartTag();
                break;
            case KnownName.Caption or KnownName.Col or KnownName.Colgroup or KnownName.Tbody or KnownName.Tfoot or
                KnownName.Thead:
                if (EndAnyTableBody()) StartTag();
                break;
            default:
                InTableStartTag();
                break;
        }
    }

    private void InTableBodyEndTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Tbody or KnownName.Tfoot or KnownName.Thead:
                if (!InTableScope(_tokens.Name)) break;
                ClearToTableBody();
                Pop();
                _mode = InsertionMode.InTable;
                break;
            case KnownName.Table:
                if (EndAnyTableBody()) EndTag();
                break;
            case KnownName.Body or KnownName.Caption or KnownName.Col or KnownName.Colgroup or KnownName.Html or
                KnownName.Td or KnownName.Th or KnownName.Tr:
                break;
            default:
                InTableEndTag();
                break;
        }
    }

    private bool EndAnyTableBody()
    {
        if (!InTableScope(KnownName.Tbody) && !InTableScope(KnownName.Thead) && !InTableScope(KnownName.Tfoot)) return false;
        ClearToTableBody();
        Pop();
        _mode = InsertionMode.InTable;
        return true;
    }

    private void ClearToTableBody()
    {
        while (_currentKey is not (KnownName.Tbody or KnownName.Tfoot or KnownName.Thead or KnownName.Template or
            KnownName.Html)) Pop();
    }

    private void InRowStartTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Th or KnownName.Td:
                ClearToRow();
                InsertElement();
                _mode = InsertionMode.InCell;
                AddMarker();
                break;
            case KnownName.Caption or KnownName.Col or KnownName.Colgroup or KnownName.Tbody or KnownName.Tfoot or
                KnownName.Thead or KnownName.Tr:
                if (EndRow()) StartTag();
                break;
            default:
                InTableStartTag();
                break;
        }
    }

    private void InRowEndTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Tr:
                EndRow();
                break;
            case KnownName.Table:
                if (EndRow()) EndTag();
                break;
            case KnownName.Tbody or KnownName.Tfoot or KnownName.Thead:
                if (InTableScope(_tokens.Name) && EndRow()) EndTag();
                break;
            case KnownName.Body or KnownName.Caption or KnownName.Col or KnownName.Colgroup or KnownName.Html or
                KnownName.Td or KnownName.Th:
                break;
            default:
                InTableEndTag();
                break;
        }
    }

    private bool EndRow()
    {
        if (!InTableScope(KnownName.Tr)) return false;
        ClearToRow();
        Pop();
        _mode = InsertionMode.InTableBody;
        return true;
    }

    private void ClearToRow()
    {
        while (_currentKey is not (KnownName.Tr or KnownName.Template or KnownName.Html)) Pop();
    }

    private void InCellStartTag()
    {
        bool isPart = _tokens.Name is KnownName.Caption or KnownName.Col or KnownName.Colgroup or KnownName.Tbody or
            KnownName.Td or KnownName.Tfoot or KnownName.Th or KnownName.Thead or KnownName.Tr;
        if (!isPart)
        {
            InBodyStartTag();
            return;
        }

        if (!InTableScope(KnownName.Td) && !InTableScope(KnownName.Th)) return;
        CloseCell();
        StartTag();
    }

    private void InCellEndTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Td or KnownName.Th:
                if (!InTableScope(_tokens.Name)) break;
                ImplyEndTags();
                PopThrough(_tokens.Name);
                ClearToMarker();
                _mode = InsertionMode.InRow;
                break;
            case KnownName.Body or KnownName.Caption or KnownName.Col or KnownName.Colgroup or KnownName.Html:
                break;
            case KnownName.Table or KnownName.Tbody or KnownName.Tfoot or KnownName.Thead or KnownName.Tr:
                if (!InTableScope(_tokens.Name)) break;
                CloseCell();
                EndTag();
                break;
            default:
                InBodyEndTag();
                break;
        }
    }

    private void CloseCell()
    {
        ImplyEndTags();
        while (_openCount > 1 && _currentKey is not (KnownName.Td or KnownName.Th)) Pop();
        Pop();
        ClearToMarker();
        _mode = InsertionMode.InRow;
    }
}
