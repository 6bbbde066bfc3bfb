namespace Trawl.Web.Urls;

/// <summary>
/// The basic URL parser of the standard (§4.4). Where the standard steps a state machine character by character,
/// this cuts the input at the next delimiter; each method names the states it stands for.
/// </summary>
internal ref struct UrlParser
{
    private readonly ReadOnlySpan<char> _input;
    private readonly WebUrl? _base;
    private readonly UrlRecord _url = new();
    private int _at;

    private UrlParser(ReadOnlySpan<char> input, WebUrl? baseUrl)
    {
        _input = input;
        _base = baseUrl;
    }

    public static WebUrl? Parse(ReadOnlySpan<char> input, WebUrl? baseUrl)
    {
        var parser = new UrlParser(Clean(input), baseUrl);
        return parser.ParseScheme() ? parser._url.Serialize() : null;
    }

    private readonly char Current => _at < _input.Length ? _input[_at] : '\0';

    private readonly bool AtEnd => _at >= _input.Length;

    private readonly ReadOnlySpan<char> Rest => _input[_at..];

    private readonly bool IsSpecial => _url.Kind.IsSpecial();

    private static ReadOnlySpan<char> Clean(ReadOnlySpan<char> input)
    {
        while (!input.IsEmpty && input[0] <= ' ') input = input[1..];
        while (!input.IsEmpty && input[^1] <= ' ') input = input[..^1];
        if (!input.ContainsAny('\t', '\n', '\r')) return input;

        var kept = new char[input.Length];
        int length = 0;
        foreach (char c in input)
            if (c is not ('\t' or '\n' or '\r')) kept[length++] = c;
        return kept.AsSpan(0, length);
    }

    // scheme start state, scheme state
    private bool ParseScheme()
    {
        int length = SchemeLength(_input);
        if (length == 0) return ParseNoScheme();

        _url.Scheme = _input[..length].ToString().ToLowerInvariant();
        _url.Kind = Schemes.KindOf(_url.Scheme);
        _at = length + 1;
        if (_url.Kind == SchemeKind.File) return ParseFile();
        if (IsSpecial)
        {
            bool isRelative = _base is not null && _base.Parts.Kind == _url.Kind && !Rest.StartsWith("//");
            return isRelative ? ParseRelative() : ParseSpecialAuthority();
        }

        if (Rest.StartsWith("//")) return ParseAuthority(_at + 2);
        return Current == '/' ? ParsePath() : ParseOpaquePath();
    }

    private static int SchemeLength(ReadOnlySpan<char> input)
    {
        if (input.IsEmpty || !char.IsAsciiLetter(input[0])) return 0;
        for (int i = 1; i < input.Length; i++)
        {
            if (input[i] == ':') return i;
            if (!char.IsAsciiLetterOrDigit(input[i]) && input[i] is not ('+' or '-' or '.')) return 0;
        }

        return 0;
    }

    // no scheme state
    private bool ParseNoScheme()
    {
        if (_base is null) return false;
        _url.Scheme = _base.Scheme;
        _url.Kind = _base.Parts.Kind;
        if (_base.HasOpaquePath)
        {
            if (Current != '#' || AtEnd) return false;
            CopyPathAndQuery();
            _url.HasOpaquePath = true;
            return ParseTail();
        }

        return _url.Kind == SchemeKind.File ? ParseFile() : ParseRelative();
    }

    // relative state, relative slash state
    private bool ParseRelative()
    {
        if (IsSlash(Current))
        {
            bool isAuthority = _at + 1 < _input.Length && IsSlash(_input[_at + 1]);
            if (isAuthority) return IsSpecial ? ParseSpecialAuthority() : ParseAuthority(_at + 2);
            _url.CopyAuthority(_base!);
            return ParsePath();
        }

        _url.CopyAuthority(_base!);
        return ParseRelativeToBasePath();
    }

    private bool ParseRelativeToBasePath()
    {
        CopyPathAndQuery();
        if (AtEnd || Current is '?' or '#') return ParseTail();
        _url.Query = null;
        _url.ShortenPath();
        return ParsePath();
    }

    private readonly void CopyPathAndQuery()
    {
        _url.Path.Append(_base!.PathSpan);
        _url.Query = _base.Query;
    }

    // special authority slashes state, special authority ignore slashes state
    private bool ParseSpecialAuthority()
    {
        while (Current is '/' or '\\') _at++;
        return ParseAuthority(_at);
    }

    // authority state, host state, port state
    private bool ParseAuthority(int start)
    {
        int end = start;
        while (end < _input.Length && _input[end] is not ('/' or '?' or '#') && !(IsSpecial && _input[end] == '\\'))
            end++;
        var authority = _input[start..end];
        int at = authority.LastIndexOf('@');
        if (at >= 0 && at == authority.Length - 1) return false;
        if (at >= 0) SetCredentials(authority[..at]);
        if (!SetHostAndPort(authority[(at + 1)..])) return false;
        _at = end;
        return ParsePathStart();
    }

    private readonly void SetCredentials(ReadOnlySpan<char> credentials)
    {
        int colon = credentials.IndexOf(':');
        var name = colon < 0 ? credentials : credentials[..colon];
        _url.Username = PercentEncoding.Encode(name, EncodeSet.UserInfo);
        if (colon >= 0)
            _url.Password = PercentEncoding.Encode(credentials[(colon + 1)..], EncodeSet.UserInfo);
    }

    private readonly bool SetHostAndPort(ReadOnlySpan<char> text)
    {
        int colon = PortColon(text);
        var host = colon < 0 ? text : text[..colon];
        if (host.IsEmpty && (IsSpecial || colon >= 0)) return false;
        _url.Host = HostParser.Parse(host, IsSpecial);
        return _url.Host is not null && (colon < 0 || SetPort(text[(colon + 1)..]));
    }

    private static int PortColon(ReadOnlySpan<char> text)
    {
        bool inBrackets = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '[') inBrackets = true;
            else if (text[i] == ']') inBrackets = false;
            else if (text[i] == ':' && !inBrackets) return i;
        }

        return -1;
    }

    private readonly bool SetPort(ReadOnlySpan<char> digits)
    {
        int port = 0;
        foreach (char c in digits)
        {
            if (!char.IsAsciiDigit(c)) return false;
            port = (port * 10) + (c - '0');
            if (port > ushort.MaxValue) return false;
        }

        _url.Port = digits.IsEmpty || port == _url.Kind.DefaultPort() ? -1 : port;
        return true;
    }

    // file state, file slash state
    private bool ParseFile()
    {
        _url.Host = "";
        bool hasFileBase = _base is { Parts.Kind: SchemeKind.File };
        if (Current is '/' or '\\')
        {
            if (_at + 1 < _input.Length && _input[_at + 1] is ('/' or '\\')) return ParseFileHost(_at + 2);
            if (hasFileBase) CopyHostAndDrive(Rest[1..]);
            return ParsePath();
        }

        if (!hasFileBase) return ParsePath();
        _url.Host = _base!.Host;
        if (!DriveLetter.StartsWith(Rest)) return ParseRelativeToBasePath();
        return ParsePath();
    }

    private readonly void CopyHostAndDrive(ReadOnlySpan<char> rest)
    {
        _url.Host = _base!.Host;
        var path = _base.PathSpan;
        bool hasDrive = path.Length >= 3
            && DriveLetter.IsNormalized(path[1], path[2]) && (path.Length == 3 || path[3] == '/');
        if (hasDrive && !DriveLetter.StartsWith(rest)) _url.Path.Append(path[..3]);
    }

    // file host state
    private bool ParseFileHost(int start)
    {
        int end = start;
        while (end < _input.Length && _input[end] is not ('/' or '\\' or '?' or '#')) end++;
        var host = _input[start..end];
        _at = end;
        if (DriveLetter.IsDriveLetter(host))
        {
            _at = start;
            return ParsePath();
        }

        if (host.IsEmpty) return ParsePathStart();
        _url.Host = HostParser.Parse(host, true);
        if (_url.Host == "localhost") _url.Host = "";
        return _url.Host is not null && ParsePathStart();
    }

    // path start state
    private bool ParsePathStart() => IsSpecial || Current == '/' ? ParsePath() : ParseTail();

    // path state; a slash at the current position opens the first segment
    private bool ParsePath()
    {
        if (IsSlash(Current)) _at++;
        while (true)
        {
            int end = _at;
            while (end < _input.Length && _input[end] is not ('?' or '#') && !IsSlash(_input[end])) end++;
            bool isLast = end == _input.Length || !IsSlash(_input[end]);
            AppendSegment(_input[_at..end], isLast);
            _at = end;
            if (isLast) return ParseTail();
            _at++;
        }
    }

    private readonly void AppendSegment(ReadOnlySpan<char> segment, bool isLast)
    {
        if (PathSegments.IsDoubleDot(segment))
        {
            _url.ShortenPath();
            if (isLast) _url.Path.Append('/');
        }
        else if (PathSegments.IsSingleDot(segment))
        {
            if (isLast) _url.Path.Append('/');
        }
        else if (_url.Kind == SchemeKind.File && _url.Path.Length == 0 && DriveLetter.IsDriveLetter(segment))
        {
            _url.Path.Append('/').Append(segment[0]).Append(':');
        }
        else
        {
            _url.Path.Append('/').AppendEncoded(segment, EncodeSet.Path);
        }
    }

    // opaque path state
    private bool ParseOpaquePath()
    {
        _url.HasOpaquePath = true;
        int end = Rest.IndexOfAny('?', '#');
        var path = end < 0 ? Rest : Rest[..end];
        // A blank before the query would be lost when the URL without its query is parsed again.
        bool encodesBlank = path.EndsWith(' ');
        _url.Path.AppendEncoded(encodesBlank ? path[..^1] : path, EncodeSet.C0Control);
        if (encodesBlank) _url.Path.Append("%20");
        _at += path.Length;
        return ParseTail();
    }

    // query state, fragment state
    private bool ParseTail()
    {
        if (Current == '?')
        {
            int hash = Rest.IndexOf('#');
            var query = hash < 0 ? Rest[1..] : Rest[1..hash];
            _url.Query = PercentEncoding.Encode(query, IsSpecial ? EncodeSet.SpecialQuery : EncodeSet.Query);
            _at += query.Length + 1;
        }

        if (Current == '#') _url.Fragment = PercentEncoding.Encode(Rest[1..], EncodeSet.Fragment);
        return true;
    }

    private readonly bool IsSlash(char c) => c == '/' || (c == '\\' && IsSpecial);
}
