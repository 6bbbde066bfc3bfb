using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>In table text, 13.2.6.4.10: characters wait until it is known whether all of them are white space.</content>
internal ref partial struct TreeBuilder
{
    private void AddPending()
    {
        DropNuls();
        if (_textLength == 0) return;
        if (_pendingCount == _pending.Length) HtmlDocument.Grow(ref _pending, _pendingCount, Math.Max(16, _pendingCount + 1));
        _pending[_pendingCount++] = (_textStart, _textLength);
    }

    private void FlushTableText()
    {
        _mode = _originalMode;
        bool isSpace = true;
        for (int i = 0; i < _pendingCount && isSpace; i++)
        {
            TakePending(i);
            isSpace = LeadingSpace() == _textLength;
        }

        for (int i = 0; i < _pendingCount; i++)
        {
            TakePending(i);
            if (isSpace) InsertText();
            else FosterCharacters();
        }

        _pendingCount = 0;
    }

    private void TakePending(int index)
    {
        (_textStart, _textLength) = _pending[index];
        _textHasNul = false;
    }
}
