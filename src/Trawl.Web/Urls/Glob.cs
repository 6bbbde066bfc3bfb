namespace Trawl.Web.Urls;

/// <summary>
/// A compiled glob: a literal head and tail, compared at once, and between them an automaton of one state a token. Time
/// is
/// linear in the text whatever the pattern.
/// </summary>
internal sealed class Glob
{
    private readonly string _head;
    private readonly string _middle;
    private readonly string _tail;
    private readonly GlobAutomaton? _automaton;

    public Glob(string tokens)
    {
        int first = 0;
        while (first < tokens.Length && !GlobTokens.IsWild(tokens[first])) first++;
        int last = tokens.Length;
        while (last > first && !GlobTokens.IsWild(tokens[last - 1])) last--;
        _head = tokens[..first];
        _middle = tokens[first..last];
        _tail = tokens[last..];
        if (_middle.Length is > 1 and <= GlobAutomaton.MaxTokens) _automaton = new GlobAutomaton(_middle);
    }

    public bool IsMatch(ReadOnlySpan<char> text)
    {
        if (_middle.Length == 0) return text.SequenceEqual(_head);
        if (text.Length < _head.Length + _tail.Length || !text.StartsWith(_head) || !text.EndsWith(_tail)) return false;
        var middle = text[_head.Length..(text.Length - _tail.Length)];
        if (_automaton is not null) return _automaton.IsMatch(middle);
        if (_middle.Length > 1) return Run(middle);
        return _middle[0] == GlobTokens.AnyRun || !middle.Contains('/');
    }

    /// <summary>
    /// The automaton for patterns of any length: state i says "the first i tokens have matched so far".
    /// </summary>
    private bool Run(ReadOnlySpan<char> text)
    {
        int length = _middle.Length + 1;
        Span<bool> states = length <= 256 ? stackalloc bool[length] : new bool[length];
        states.Clear();
        states[0] = true;
        SkipWild(states);
        foreach (char c in text)
            if (!Step(states, c)) return false;
        return states[^1];
    }

    /// <summary>Goes from the last token to the first, so that each state is read before it is overwritten.</summary>
    private bool Step(Span<bool> states, char c)
    {
        bool isAlive = false;
        for (int i = _middle.Length; i >= 0; i--)
        {
            bool stays = i < _middle.Length && states[i] && Loops(_middle[i], c);
            bool arrives = i > 0 && states[i - 1] && _middle[i - 1] == c;
            isAlive |= states[i] = stays || arrives;
        }

        SkipWild(states);
        return isAlive;
    }

    private void SkipWild(Span<bool> states)
    {
        for (int i = 0; i < _middle.Length; i++)
            if (states[i] && GlobTokens.IsWild(_middle[i])) states[i + 1] = true;
    }

    private static bool Loops(char token, char c) =>
        token == GlobTokens.AnyRun || (token == GlobTokens.Run && c != '/');
}
