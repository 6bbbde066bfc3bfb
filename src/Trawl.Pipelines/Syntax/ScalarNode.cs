namespace Trawl.Pipelines.Syntax;

/// <summary>A single value.</summary>
internal sealed class ScalarNode(string raw, ScalarStyle style) : Node
{
    private InterpolatedText? _interpolated;

    /// <summary>The value as YAML reads it, before interpolation.</summary>
    public string Raw { get; } = raw;

    public ScalarStyle Style { get; } = style;

    /// <summary>The value.</summary>
    public string Text => _interpolated?.Text ?? Raw;

    /// <summary>Nothing was written: <c>key:</c> or <c>null</c> or <c>~</c>.</summary>
    public bool IsNull => Style == ScalarStyle.Plain && Raw is "" or "~" or "null" or "Null" or "NULL";

    public override string Kind => IsNull ? "nothing" : $"the single value \"{Clip(Text)}\"";

    public override IEnumerable<Node> Children => [];

    public void Interpolate(InterpolatedText text) => _interpolated = text;

    public override Node Copy() => new ScalarNode(Raw, Style) { Start = Start, End = End };

    /// <summary>Where in the source the character at an offset of <see cref="Text"/> stands.</summary>
    public int IndexOf(int offset, SourceText source) =>
        ScalarOffsets.IndexOf(this, _interpolated?.ToRaw(offset) ?? offset, source.Text);

    private static string Clip(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
