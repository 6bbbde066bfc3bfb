using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>In template, 13.2.6.4.18, and "reset the insertion mode appropriately", 13.2.4.1.</content>
internal ref partial struct TreeBuilder
{
    private void TemplateStartTag()
    {
        AddMarker();
        _framesetOk = false;
        int template = InsertElement();
        _document.AddTemplateContent(template);
        _mode = InsertionMode.InTemplate;
        (_templateModes ??= []).Add(InsertionMode.InTemplate);
    }

    private void TemplateEndTag()
    {
        if (!IsOpen(KnownName.Template)) return;
        ImplyEndTagsThoroughly();
        CloseTemplate();
    }

    private void CloseTemplate()
    {
        PopThrough(KnownName.Template);
        ClearToMarker();
        if (_templateModes is { Count: > 0 } modes) modes.RemoveAt(modes.Count - 1);
        ResetMode();
    }

    /// <summary>The source ends within a template.</summary>
    private void LeaveTemplate()
    {
        if (IsOpen(KnownName.Template)) CloseTemplate();
        else _isDone = true;
    }

    private void InTemplateStartTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Base or KnownName.Basefont or KnownName.Bgsound or KnownName.Link or KnownName.Meta or
                KnownName.Noframes or KnownName.Script or KnownName.Style or KnownName.Template or KnownName.Title:
                TryHeadStartTag();
                break;
            case KnownName.Caption or KnownName.Colgroup or KnownName.Tbody or KnownName.Tfoot or KnownName.Thead:
                ContinueTemplateIn(InsertionMode.InTable);
                break;
            case KnownName.Col:
                ContinueTemplateIn(InsertionMode.InColumnGroup);
                break;
            case KnownName.Tr:
                ContinueTemplateIn(InsertionMode.InTableBody);
                break;
            case KnownName.Td or KnownName.Th:
                ContinueTemplateIn(InsertionMode.InRow);
                break;
            default:
                ContinueTemplateIn(InsertionMode.InBody);
                break;
        }
    }

    private void ContinueTemplateIn(InsertionMode mode)
    {
        _templateModes![^1] = mode;
        _mode = mode;
        StartTag();
    }

    private void ResetMode()
    {
        for (int i = _openCount - 1; i >= 0; i--)
        {
            if (ModeOf(i) is not { } mode) continue;
            _mode = mode;
            return;
        }

        _mode = InsertionMode.InBody;
    }

    private readonly InsertionMode? ModeOf(int index) => _openKeys[index] switch
    {
        KnownName.Select => SelectMode(index),
        KnownName.Td or KnownName.Th when index > 0 => InsertionMode.InCell,
        KnownName.Tr => InsertionMode.InRow,
        KnownName.Tbody or KnownName.Thead or KnownName.Tfoot => InsertionMode.InTableBody,
        KnownName.Caption => InsertionMode.InCaption,
        KnownName.Colgroup => InsertionMode.InColumnGroup,
        KnownName.Table => InsertionMode.InTable,
        KnownName.Template => _templateModes is [.., var innermost] ? innermost : InsertionMode.InBody,
        KnownName.Head when index > 0 => InsertionMode.InHead,
        KnownName.Body => InsertionMode.InBody,
        KnownName.Frameset => InsertionMode.InFrameset,
        KnownName.Html => _head == HtmlDocument.None ? InsertionMode.BeforeHead : InsertionMode.AfterHead,
        _ => null,
    };

    private readonly InsertionMode SelectMode(int index)
    {
        for (int i = index - 1; i > 0; i--)
        {
            if (_openKeys[i] == KnownName.Template) return InsertionMode.InSelect;
            if (_openKeys[i] == KnownName.Table) return InsertionMode.InSelectInTable;
        }

        return InsertionMode.InSelect;
    }
}
