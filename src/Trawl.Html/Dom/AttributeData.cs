namespace Trawl.Html.Dom;

/// <summary>One attribute: its name's id and where its decoded value stands in the text buffer.</summary>
internal struct AttributeData
{
    public int Name;
    public int ValueStart;
    public int ValueLength;
}
