namespace Trawl.Html.Dom;

/// <summary>
/// One attribute: its name's id and where its decoded value stands, addressed like <see cref="NodeData.Start"/>.
/// A value length of -1 says that a doctype has no such identifier.
/// </summary>
internal struct AttributeData
{
    public int Name;
    public int ValueStart;
    public int ValueLength;
}
