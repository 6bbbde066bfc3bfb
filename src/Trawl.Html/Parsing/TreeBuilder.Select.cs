using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>In select, 13.2.6.4.16 and 13.2.6.4.17 of the standard as of 2024.</content>
internal ref partial struct TreeBuilder
{
    private void InSelectStartTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Html:
                InBodyStartTag();
                break;
            case KnownName.Option:
                if (_currentKey == KnownName.Option) Pop();
                InsertElement();
                break;
            case KnownName.Optgroup:
                CloseOptions();
                InsertElement();
                break;
            case KnownName.Hr:
                CloseOptions();
                InsertVoid();
                break;
            case KnownName.Select:
                EndSelect();
                break;
            case KnownName.Input or KnownName.Keygen or KnownName.Textarea:
                if (EndSelect()) StartTag();
                break;
            case KnownName.Script or KnownName.Template:
                TryHeadStartTag();
                break;
        }
    }

    private void CloseOptions()
    {
        if (_currentKey == KnownName.Option) Pop();
        if (_currentKey == KnownName.Optgroup) Pop();
    }

    private void InSelectEndTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Optgroup:
                bool isWithin = _currentKey == KnownName.Option && _openKeys[_openCount - 2] == KnownName.Optgroup;
                if (isWithin) Pop();
                if (_currentKey == KnownName.Optgroup) Pop();
                break;
            case KnownName.Option:
                if (_currentKey == KnownName.Option) Pop();
                break;
            case KnownName.Select:
                EndSelect();
                break;
            case KnownName.Template:
                TemplateEndTag();
                break;
        }
    }

    private bool EndSelect()
    {
        if (!InSelectScope(KnownName.Select)) return false;
        PopThrough(KnownName.Select);
        ResetMode();
        return true;
    }

    private void InSelectInTableStartTag()
    {
        if (!IsTableTag())
        {
            InSelectStartTag();
            return;
        }

        PopThrough(KnownName.Select);
        ResetMode();
        StartTag();
    }

    private void InSelectInTableEndTag()
    {
        if (!IsTableTag())
        {
            InSelectEndTag();
            return;
        }

        if (!InTableScope(_tokens.Name)) return;
        PopThrough(KnownName.Select);
        ResetMode();
        EndTag();
    }

    private readonly bool IsTableTag() => _tokens.Name is KnownName.Caption or KnownName.Table or KnownName.Tbody or
        KnownName.Tfoot or KnownName.Thead or KnownName.Tr or KnownName.Td or KnownName.Th;
}
