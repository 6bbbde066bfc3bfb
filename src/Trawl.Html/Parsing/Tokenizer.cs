using System.Runtime.CompilerServices;
using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <summary>
/// The tokenizer of the HTML standard, 13.2.5, pulled one token at a time. Characters of one run come as one token;
/// attributes go straight into the document's array, from which whoever drops a tag takes them back.
/// The source has no carriage returns any more.
/// </summary>
internal ref partial struct Tokenizer(ReadOnlySpan<char> html, HtmlDocument document, int maxAttributes)
{
    private const char ReplacementCharacter = '\uFFFD';

    private readonly ReadOnlySpan<char> _html = html;
    private readonly HtmlDocument _document = document;
    private readonly int _maxAttributes = maxAttributes;

    // A byte order mark is the decoder's to drop; one that is left must not count as text before the doctype.
    private int _at = html.StartsWith('\uFEFF') ? 1 : 0;

    /// <summary>The state the next token is read in; the tree builder sets it.</summary>
    public TokenizerState State;

    /// <summary>The adjusted current node is not an HTML element: CDATA sections are such.</summary>
    public bool AllowCdata;

    /// <summary>The start tag whose end tag ends RCDATA, raw text and script data.</summary>
    public int LastStartTag;

    /// <summary>Where the token starts in the source.</summary>
    public int Start;

    /// <summary>A tag's name.</summary>
    public int Name;

    public int FirstAttribute;
    public int AttributeCount;
    public bool IsSelfClosing;

    /// <summary>A doctype is broken; its three parts are the last attributes stored.</summary>
    public bool ForceQuirks;

    /// <summary>Characters or a comment: where they stand (see <see cref="NodeData.Start"/>).</summary>
    public int TextStart;

    public int TextLength;

    /// <summary>Characters that include U+0000, for the tree builder to drop or replace.</summary>
    public bool HasNul;

    /// <summary>Reads the next token.</summary>
    public TokenKind Read()
    {
        while (_at < _html.Length)
        {
            Start = _at;
            if (State == TokenizerState.Data)
            {
                if (_html[_at] == '<' && ReadMarkup(out var kind))
                {
                    if (kind is { } token) return token;
                    continue;
                }

                if (ReadData()) return TokenKind.Characters;
            }
            else if (ReadRawState())
            {
                return TokenKind.Characters;
            }
        }

        return TokenKind.EndOfFile;
    }

    /// <summary>
    /// 13.2.5.6, tag open state. False when the "less than" is a character; a null kind when the markup made no token.
    /// </summary>
    private bool ReadMarkup(out TokenKind? kind)
    {
        kind = null;
        int next = _at + 1;
        if (next >= _html.Length) return false;
        char c = _html[next];
        if (char.IsAsciiLetter(c)) kind = ReadTag(next, TokenKind.StartTag);
        else if (c == '/') return ReadEndTagOpen(next + 1, out kind);
        else if (c == '!') kind = ReadMarkupDeclaration(next + 1);
        else if (c == '?') kind = ReadBogusComment(next);
        else return false;
        return true;
    }

    /// <summary>13.2.5.7, end tag open state.</summary>
    private bool ReadEndTagOpen(int next, out TokenKind? kind)
    {
        kind = null;
        if (next >= _html.Length) return false;
        char c = _html[next];
        if (char.IsAsciiLetter(c)) kind = ReadTag(next, TokenKind.EndTag);
        else if (c == '>') _at = next + 1;
        else kind = ReadBogusComment(next);
        return true;
    }

    private bool ReadRawState() => State switch
    {
        TokenizerState.Rcdata => ReadRcdata(),
        TokenizerState.RawText => ReadRawText(),
        TokenizerState.ScriptData => ReadScriptData(),
        TokenizerState.CdataSection => ReadCdataSection(),
        _ => ReadPlaintext(),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSpace(char c) => c is ' ' or '\n' or '\t' or '\f' or '\r';
}
