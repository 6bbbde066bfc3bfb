using System.Globalization;

namespace Trawl.Pipelines.Syntax;

/// <summary>A piece of a pipeline as it was written, with its place.</summary>
internal abstract class Node
{
    private Node? _parent;
    private string _segment = "";

    /// <summary>Index of the first character in the text; 0 when there is no text.</summary>
    public int Start { get; init; }

    /// <summary>Index behind the last character.</summary>
    public int End { get; init; }

    /// <summary>An error was reported here: what follows from it is not worth a second one.</summary>
    public bool IsFaulty { get; set; }

    /// <summary>What it is, for messages: "a list".</summary>
    public abstract string Kind { get; }

    /// <summary>The keys and indexes that lead here, such as <c>pages.product.follow[2]</c>.</summary>
    public string Path
    {
        get
        {
            if (_parent is null) return "";
            string above = _parent.Path;
            return above.Length == 0 || _segment.StartsWith('[') ? above + _segment : $"{above}.{_segment}";
        }
    }

    /// <summary>This node or one below it is faulty.</summary>
    public bool HasFault => IsFaulty || Children.Any(c => c.HasFault);

    public abstract IEnumerable<Node> Children { get; }

    /// <summary>A copy of the whole subtree, for an alias: each use has its own path and its own values.</summary>
    public abstract Node Copy();

    protected void Adopt(Node child, string segment) => (child._parent, child._segment) = (this, segment);

    protected void Adopt(Node child, int index) =>
        Adopt(child, string.Create(CultureInfo.InvariantCulture, $"[{index}]"));
}
