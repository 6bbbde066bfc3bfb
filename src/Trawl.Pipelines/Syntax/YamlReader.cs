using Trawl.Pipelines.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalarStyle = YamlDotNet.Core.ScalarStyle;

namespace Trawl.Pipelines.Syntax;

/// <summary>
/// Reads YAML text into nodes. Stops at the first error of syntax, since what follows it cannot be trusted.
/// </summary>
internal sealed class YamlReader
{
    private readonly SourceText _source;
    private readonly DiagnosticSink _sink;
    private readonly Parser _parser;
    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    private YamlReader(SourceText source, DiagnosticSink sink)
    {
        _source = source;
        _sink = sink;
        _parser = new Parser(new StringReader(source.Text));
    }

    /// <summary>The top map, or null when the text gave none; then something was reported.</summary>
    public static MapNode? Read(SourceText source, DiagnosticSink sink)
    {
        if (source.Text.Length > YamlLimits.MaxLength)
        {
            sink.AddAt(Rules.TooLarge, YamlLimits.MaxLength,
                FormattableString.Invariant($"The text has {source.Text.Length:N0} characters."));
            return null;
        }

        return new YamlReader(source, sink).Run();
    }

    private MapNode? Run()
    {
        try
        {
            return ReadDocument();
        }
        catch (YamlStop stop)
        {
            _sink.AddAt(stop.Rule, stop.Index, stop.Message);
        }
        catch (YamlException e)
        {
            ReportSyntax(e);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException
            or InvalidOperationException or IndexOutOfRangeException)
        {
            // The parser is strict about some escapes only by accident; its slip is still the text's fault.
            _sink.AddAt(Rules.Syntax, (int)(_parser.Current?.End.Index ?? 0), "The text is not YAML from here on.");
        }

        return null;
    }

    /// <summary>A tab in the indentation misleads the parser, which then complains about some other place.</summary>
    private void ReportSyntax(YamlException e)
    {
        int tab = _source.IndentingTab();
        if (tab >= 0) _sink.AddAt(Rules.Syntax, tab, "A tab indents this line.", "Indent with blanks.");
        else _sink.AddAt(Rules.Syntax, (int)e.Start.Index, YamlMessages.Explain(e.Message));
    }

    private MapNode? ReadDocument()
    {
        Next();
        if (Next() is not DocumentStart) throw Stop(Rules.NotAMap, 0, "The file is empty.");
        var root = ReadNode(Next(), 0);
        Next();
        if (Next() is DocumentStart second) throw Stop(
            Rules.SeveralDocuments, (int)second.Start.Index, "A second document begins here.");
        if (root is MapNode map) return map;
        string what = root is ScalarNode { IsNull: true } ? "The file is empty." : $"The file holds {root.Kind}.";
        throw Stop(Rules.NotAMap, root.Start, what);
    }

    private Node ReadNode(ParsingEvent read, int depth)
    {
        int start = (int)read.Start.Index;
        if (depth > YamlLimits.MaxDepth) throw Stop(Rules.TooDeep, start, "Here lists and maps are nested too deeply.");
        if (read is AnchorAlias alias) return Resolve(alias);
        if (read is not NodeEvent node) throw Stop(Rules.Syntax, start, "A value is expected here.");
        if (!node.Tag.IsEmpty) throw Stop(Rules.Tag, start, $"The tag \"{node.Tag}\" is not allowed.");
        Count(start, 1);
        Node made = read switch
        {
            Scalar scalar =>
                new ScalarNode(scalar.Value, Style(scalar.Style)) { Start = start, End = (int)scalar.End.Index },
            SequenceStart => ReadList(start, depth),
            _ => ReadMap(start, depth),
        };
        if (!node.Anchor.IsEmpty) _anchors[node.Anchor.Value] = made;
        return made;
    }

    private ListNode ReadList(int start, int depth)
    {
        var list = new ListNode { Start = start };
        for (var next = Next(); next is not SequenceEnd; next = Next()) list.Add(ReadNode(next, depth + 1));
        return list;
    }

    private MapNode ReadMap(int start, int depth)
    {
        var map = new MapNode { Start = start };
        for (var next = Next(); next is not MappingEnd; next = Next())
        {
            if (ReadNode(next, depth + 1) is not ScalarNode key)
                throw Stop(Rules.KeyNotText, (int)next.Start.Index, "A list or map stands where a key is expected.");
            var value = ReadNode(Next(), depth + 1);
            AddTo(map, key, value);
        }

        return map;
    }

    private void AddTo(MapNode map, ScalarNode key, Node value)
    {
        if (key is { Text: "<<", Style: ScalarStyle.Plain })
            _sink.Add(Rules.MergeKey, key, "\"<<\" merges maps in YAML 1.1; this is YAML 1.2.");
        else if (!map.TryAdd(key, value))
            _sink.Add(Rules.DuplicateKey, key,
                $"The key \"{key.Text}\" stands here a second time; first on line {FirstLine(map, key)}.");
    }

    private int FirstLine(MapNode map, ScalarNode key) => _source.Locate(map.Entry(key.Text)!.Key.Start).Line;

    private Node Resolve(AnchorAlias alias)
    {
        int start = (int)alias.Start.Index;
        if (!_anchors.TryGetValue(alias.Value.Value, out var target))
            throw Stop(Rules.Alias, start, $"The alias \"*{alias.Value.Value}\" has no anchor before it.");
        Count(start, Size(target));
        return target.Copy();
    }

    private static int Size(Node node) => 1 + node.Children.Sum(Size);

    private void Count(int start, int nodes)
    {
        _nodes += nodes;
        if (_nodes > YamlLimits.MaxNodes) throw Stop(
            Rules.TooLarge, start,
            FormattableString.Invariant($"Here the text passes {YamlLimits.MaxNodes:N0} values."));
    }

    private ParsingEvent Next()
    {
        while (_parser.MoveNext())
            if (_parser.Current is not (null or YamlDotNet.Core.Events.Comment)) return _parser.Current;
        return new StreamEnd();
    }

    private static ScalarStyle Style(YamlScalarStyle style) => style switch
    {
        YamlScalarStyle.SingleQuoted => ScalarStyle.Single,
        YamlScalarStyle.DoubleQuoted => ScalarStyle.Double,
        YamlScalarStyle.Literal or YamlScalarStyle.Folded => ScalarStyle.Block,
        _ => ScalarStyle.Plain,
    };

    private static YamlStop Stop(DiagnosticRule rule, int index, string message) => new(rule, index, message);
}
