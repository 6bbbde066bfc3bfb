using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>The adoption agency algorithm, 13.2.6.4.7.</content>
internal ref partial struct TreeBuilder
{
    private void RunAdoptionAgency(int subject)
    {
        if (_currentKey == subject && IndexOfFormatting(_current) < 0)
        {
            Pop();
            return;
        }

        for (int round = 0; round < 8; round++)
        {
            int entry = LastFormatting(subject);
            if (entry < 0)
            {
                if (round == 0) AnyOtherEndTag(subject);
                return;
            }

            int formatting = _formatting[entry];
            int open = IndexOfOpen(formatting);
            if (open < 0) RemoveFormattingAt(entry);
            if (open < 0 || !NodeInScope(formatting)) return;
            int block = FurthestBlock(open);
            if (block < 0)
            {
                PopTo(open);
                RemoveFormattingAt(entry);
                return;
            }

            Adopt(formatting, open, block, entry);
        }
    }

    /// <summary>The topmost special element below the formatting element in the stack, or -1.</summary>
    private readonly int FurthestBlock(int open)
    {
        for (int i = open + 1; i < _openCount; i++)
        {
            if ((ElementKey.Traits(_openKeys[i]) & ElementTraits.Special) != 0) return i;
        }

        return -1;
    }

    private void Adopt(int formatting, int open, int blockIndex, int bookmark)
    {
        _mayBeDeep = true;
        int block = _open[blockIndex];
        int last = AdoptBetween(open, blockIndex, ref bookmark);
        _document.Detach(last);
        LinkUnder(_open[open - 1], _openKeys[open - 1], last);

        int clone = Clone(formatting);
        _document.MoveChildren(Content(block, _openKeys[IndexOfOpen(block)]), clone);
        _document.Append(Content(block, _openKeys[IndexOfOpen(block)]), clone);

        int entry = IndexOfFormatting(formatting);
        RemoveFormattingAt(entry);
        InsertFormattingAt(entry < bookmark ? bookmark - 1 : bookmark, clone);
        RemoveOpen(open);
        InsertOpen(IndexOfOpen(block) + 1, clone, _document.NameId(clone));
    }

    /// <summary>The inner loop: clones formatting elements between the formatting element and the furthest block.</summary>
    private int AdoptBetween(int open, int blockIndex, ref int bookmark)
    {
        int block = _open[blockIndex];
        int last = block;
        int counter = 0;
        for (int i = blockIndex - 1; i > open; i--)
        {
            int entry = IndexOfFormatting(_open[i]);
            if (++counter > 3 && entry >= 0)
            {
                RemoveFormattingAt(entry);
                if (entry < bookmark) bookmark--;
                entry = -1;
            }

            if (entry < 0)
            {
                RemoveOpen(i);
                continue;
            }

            int clone = Clone(_open[i]);
            _formatting[entry] = clone;
            _open[i] = clone;
            if (last == block) bookmark = entry + 1;
            _document.Detach(last);
            _document.Append(clone, last);
            last = clone;
        }

        return last;
    }

    /// <summary>"Appropriate place for inserting a node" with an override target.</summary>
    private readonly void LinkUnder(int target, int key, int node)
    {
        if (_fosterParenting && IsTablePart(key)) LinkFostered(node);
        else _document.Append(Content(target, key), node);
    }
}
