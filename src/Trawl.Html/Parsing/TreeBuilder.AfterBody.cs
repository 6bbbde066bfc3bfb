using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>After body and framesets, 13.2.6.4.19 to 13.2.6.4.23.</content>
internal ref partial struct TreeBuilder
{
    private void AfterBodyStartTag()
    {
        if (_tokens.Name == KnownName.Html)
        {
            InBodyStartTag();
            return;
        }

        _mode = InsertionMode.InBody;
        StartTag();
    }

    private void AfterBodyEndTag()
    {
        if (_mode == InsertionMode.AfterBody && _tokens.Name == KnownName.Html)
        {
            _mode = InsertionMode.AfterAfterBody;
            return;
        }

        _mode = InsertionMode.InBody;
        EndTag();
    }

    /// <summary>White space goes into the body and changes nothing; anything else goes back to it.</summary>
    private void AfterBodyCharacters()
    {
        int space = LeadingSpace();
        int rest = _textLength - space;
        _textLength = space;
        if (space > 0) InBodyCharacters();
        _textLength += rest;
        SkipText(space);
        if (rest == 0) return;
        _mode = InsertionMode.InBody;
        Characters();
    }

    private void InFramesetStartTag()
    {
        switch (_tokens.Name)
        {
            case KnownName.Html:
                InBodyStartTag();
                break;
            case KnownName.Frameset:
                InsertElement();
                break;
            case KnownName.Frame:
                InsertVoid();
                break;
            case KnownName.Noframes:
                TryHeadStartTag();
                break;
        }
    }

    private void InFramesetEndTag()
    {
        if (_tokens.Name != KnownName.Frameset || _openCount <= 1) return;
        Pop();
        if (_currentKey != KnownName.Frameset) _mode = InsertionMode.AfterFrameset;
    }

    private void AfterFramesetStartTag()
    {
        if (_tokens.Name == KnownName.Html) InBodyStartTag();
        else if (_tokens.Name == KnownName.Noframes) TryHeadStartTag();
    }
}
