using System.Buffers;
using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <summary>
/// Tree construction, HTML standard, 13.2.6, with the scripting flag off. One method an insertion mode and kind of
/// token; every scan of the stack of open elements is bounded by the largest depth.
/// </summary>
internal ref partial struct TreeBuilder
{
    private readonly HtmlDocument _document;
    private readonly int _maxNodes;
    private readonly int _maxDepth;
    private readonly int _maxAttributes;
    private Tokenizer _tokens;

    private InsertionMode _mode;
    private InsertionMode _originalMode;
    private bool _framesetOk = true;
    private bool _fosterParenting;
    private bool _ignoreLineFeed;
    private bool _attributesTaken;
    private bool _isDone;
    private int _head = HtmlDocument.None;
    private int _form = HtmlDocument.None;

    private int[] _open;

    /// <summary>Name and namespace of each open element, so that scans need not touch the nodes.</summary>
    private int[] _openKeys;
    private int _openCount;
    private int _current;
    private int _currentKey;

    private int[] _formatting;
    private int _formattingCount;
    private List<InsertionMode>? _templateModes;

    /// <summary>Characters in a table that wait for the next tag.</summary>
    private (int Start, int Length)[] _pending;
    private int _pendingCount;

    /// <summary>How many elements of each name were inserted at the largest depth and wait for their end tag.</summary>
    private Dictionary<int, int>? _overflow;

    /// <summary>The adoption agency moved nodes: the tree may be deeper than the stack ever was.</summary>
    private bool _mayBeDeep;

    /// <summary>The characters being processed; modes take some from the front and pass on the rest.</summary>
    private int _textStart;
    private int _textLength;
    private bool _textHasNul;

    public TreeBuilder(ReadOnlySpan<char> html, HtmlDocument document, HtmlParserOptions options)
    {
        _document = document;
        _maxNodes = options.MaxNodes;
        _maxDepth = Math.Max(options.MaxDepth, 8);
        _maxAttributes = Math.Max(options.MaxAttributesPerElement, 0);
        _tokens = new Tokenizer(html, document, _maxAttributes);
        _open = ArrayPool<int>.Shared.Rent(64);
        _openKeys = ArrayPool<int>.Shared.Rent(64);
        _formatting = ArrayPool<int>.Shared.Rent(64);
        _pending = [];
    }

    /// <summary>Parses the whole source.</summary>
    public void Run()
    {
        while (!_isDone)
        {
            _tokens.AllowCdata = _currentKey >= ElementKey.Foreign;
            var kind = _tokens.Read();
            if (_document.NodeCount >= _maxNodes)
            {
                _document.LimitHit |= ParseLimits.Nodes;
                kind = TokenKind.EndOfFile;
            }

            Dispatch(kind);
        }

        if (_mayBeDeep) FlattenBelow(_maxDepth);
    }

    public void Dispose()
    {
        HtmlDocument.Return(ref _open);
        HtmlDocument.Return(ref _openKeys);
        HtmlDocument.Return(ref _formatting);
        HtmlDocument.Return(ref _pending);
    }

    /// <summary>13.2.6, the tree construction dispatcher.</summary>
    private void Dispatch(TokenKind kind)
    {
        bool ignoreLineFeed = _ignoreLineFeed;
        _ignoreLineFeed = false;
        switch (kind)
        {
            case TokenKind.Characters:
                TakeCharacters(ignoreLineFeed);
                break;
            case TokenKind.StartTag:
                DispatchStartTag();
                break;
            case TokenKind.EndTag:
                _document.StoredAttributes = _tokens.FirstAttribute;
                if (ClosesOverflow()) break;
                if (IsForeign(TokenKind.EndTag)) ForeignEndTag();
                else EndTag();
                break;
            case TokenKind.Comment:
                Comment();
                break;
            case TokenKind.Doctype:
                if (_mode == InsertionMode.InTableText) FlushTableText();
                if (_mode == InsertionMode.Initial) InitialDoctype();
                else _document.StoredAttributes = _tokens.FirstAttribute;
                break;
            default:
                EndOfFile();
                break;
        }
    }

    private void DispatchStartTag()
    {
        _attributesTaken = false;
        bool isForeign = IsForeign(TokenKind.StartTag);
        if (_openCount >= _maxDepth && (isForeign || !NeedsStack(_tokens.Name))) InsertAtLimit(isForeign);
        else if (isForeign) ForeignStartTag();
        else StartTag();
        if (!_attributesTaken) _document.StoredAttributes = _tokens.FirstAttribute;
    }

    private void TakeCharacters(bool ignoreLineFeed)
    {
        _textStart = _tokens.TextStart;
        _textLength = _tokens.TextLength;
        _textHasNul = _tokens.HasNul;
        if (ignoreLineFeed && _document.Stored(_textStart, 1)[0] == '\n') SkipText(1);
        if (_textLength == 0) return;
        if (IsForeign(TokenKind.Characters)) ForeignCharacters();
        else Characters();
    }

    private void StartTag()
    {
        switch (_mode)
        {
            case InsertionMode.InBody: InBodyStartTag(); break;
            case InsertionMode.InTable: InTableStartTag(); break;
            case InsertionMode.InTableText: FlushTableText(); StartTag(); break;
            case InsertionMode.InTableBody: InTableBodyStartTag(); break;
            case InsertionMode.InRow: InRowStartTag(); break;
            case InsertionMode.InCell: InCellStartTag(); break;
            case InsertionMode.Initial: LeaveInitial(); StartTag(); break;
            case InsertionMode.BeforeHtml: BeforeHtmlStartTag(); break;
            case InsertionMode.BeforeHead: BeforeHeadStartTag(); break;
            case InsertionMode.InHead: InHeadStartTag(); break;
            case InsertionMode.InHeadNoscript: InHeadNoscriptStartTag(); break;
            case InsertionMode.AfterHead: AfterHeadStartTag(); break;
            case InsertionMode.InCaption: InCaptionStartTag(); break;
            case InsertionMode.InColumnGroup: InColumnGroupStartTag(); break;
            case InsertionMode.InSelect: InSelectStartTag(); break;
            case InsertionMode.InSelectInTable: InSelectInTableStartTag(); break;
            case InsertionMode.InTemplate: InTemplateStartTag(); break;
            case InsertionMode.InFrameset: InFramesetStartTag(); break;
            case InsertionMode.AfterFrameset:
            case InsertionMode.AfterAfterFrameset: AfterFramesetStartTag(); break;
            case InsertionMode.AfterBody:
            case InsertionMode.AfterAfterBody: AfterBodyStartTag(); break;
            default: break;
        }
    }

    private void EndTag()
    {
        switch (_mode)
        {
            case InsertionMode.InBody: InBodyEndTag(); break;
            case InsertionMode.Text: Pop(); _mode = _originalMode; break;
            case InsertionMode.InTable: InTableEndTag(); break;
            case InsertionMode.InTableText: FlushTableText(); EndTag(); break;
            case InsertionMode.InTableBody: InTableBodyEndTag(); break;
            case InsertionMode.InRow: InRowEndTag(); break;
            case InsertionMode.InCell: InCellEndTag(); break;
            case InsertionMode.Initial: LeaveInitial(); EndTag(); break;
            case InsertionMode.BeforeHtml: BeforeHtmlEndTag(); break;
            case InsertionMode.BeforeHead: BeforeHeadEndTag(); break;
            case InsertionMode.InHead: InHeadEndTag(); break;
            case InsertionMode.InHeadNoscript: InHeadNoscriptEndTag(); break;
            case InsertionMode.AfterHead: AfterHeadEndTag(); break;
            case InsertionMode.InCaption: InCaptionEndTag(); break;
            case InsertionMode.InColumnGroup: InColumnGroupEndTag(); break;
            case InsertionMode.InSelect: InSelectEndTag(); break;
            case InsertionMode.InSelectInTable: InSelectInTableEndTag(); break;
            case InsertionMode.InTemplate: if (_tokens.Name == KnownName.Template) TemplateEndTag(); break;
            case InsertionMode.AfterBody:
            case InsertionMode.AfterAfterBody: AfterBodyEndTag(); break;
            case InsertionMode.InFrameset: InFramesetEndTag(); break;
            case InsertionMode.AfterFrameset:
                if (_tokens.Name == KnownName.Html) _mode = InsertionMode.AfterAfterFrameset;
                break;
            default: break;
        }
    }

    private void Characters()
    {
        switch (_mode)
        {
            case InsertionMode.InBody:
            case InsertionMode.InCell:
            case InsertionMode.InCaption:
            case InsertionMode.InTemplate: InBodyCharacters(); break;
            case InsertionMode.Text: InsertText(); break;
            case InsertionMode.InTable:
            case InsertionMode.InTableBody:
            case InsertionMode.InRow: InTableCharacters(); break;
            case InsertionMode.InTableText: AddPending(); break;
            case InsertionMode.InSelect:
            case InsertionMode.InSelectInTable: DropNuls(); InsertText(); break;
            case InsertionMode.Initial: if (SkipSpace()) { LeaveInitial(); Characters(); } break;
            case InsertionMode.BeforeHtml: if (SkipSpace()) { InsertHtml(); Characters(); } break;
            case InsertionMode.BeforeHead: if (SkipSpace()) { InsertHead(); Characters(); } break;
            case InsertionMode.InHead: if (InsertSpace()) { LeaveHead(); Characters(); } break;
            case InsertionMode.InHeadNoscript: if (InsertSpace()) { LeaveNoscript(); Characters(); } break;
            case InsertionMode.AfterHead: if (InsertSpace()) { InsertBody(); Characters(); } break;
            case InsertionMode.InColumnGroup: InColumnGroupCharacters(); break;
            case InsertionMode.AfterBody:
            case InsertionMode.AfterAfterBody: AfterBodyCharacters(); break;
            default: InsertOnlySpace(); break;
        }
    }

    private void Comment()
    {
        if (_mode == InsertionMode.InTableText) FlushTableText();
        int comment = _document.AddCharacterData(
            NodeKind.Comment, _tokens.TextStart, _tokens.TextLength, _tokens.Start);
        switch (_mode)
        {
            case InsertionMode.Initial:
            case InsertionMode.BeforeHtml:
            case InsertionMode.AfterAfterBody:
            case InsertionMode.AfterAfterFrameset:
                _document.Append(HtmlDocument.Root, comment);
                break;
            case InsertionMode.AfterBody:
                _document.Append(_open[0], comment);
                break;
            default:
                Link(comment);
                break;
        }
    }

    /// <summary>
    /// The end of the source: every mode closes what it would close and goes on to the next, so that html, head and
    /// body exist, and pending table text is inserted.
    /// </summary>
    private void EndOfFile()
    {
        switch (_mode)
        {
            case InsertionMode.Initial: LeaveInitial(); break;
            case InsertionMode.BeforeHtml: InsertHtml(); break;
            case InsertionMode.BeforeHead: InsertHead(); break;
            case InsertionMode.InHead: LeaveHead(); break;
            case InsertionMode.InHeadNoscript: LeaveNoscript(); break;
            case InsertionMode.AfterHead: InsertBody(); break;
            case InsertionMode.Text: Pop(); _mode = _originalMode; break;
            case InsertionMode.InTableText: FlushTableText(); break;
            case InsertionMode.InTemplate: LeaveTemplate(); break;
            case InsertionMode.InColumnGroup when _currentKey == KnownName.Colgroup: Pop(); _mode = InsertionMode.InTable; break;
            case InsertionMode.InFrameset:
            case InsertionMode.AfterBody:
            case InsertionMode.AfterFrameset:
            case InsertionMode.AfterAfterBody:
            case InsertionMode.AfterAfterFrameset: _isDone = true; break;
            default: if (_templateModes is { Count: > 0 }) LeaveTemplate(); else _isDone = true; break;
        }
    }
}
