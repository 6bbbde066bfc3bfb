namespace Trawl.Steps.Transforms;

/// <summary>One step that changes the values found, in place.</summary>
internal interface ITransform
{
    void Apply(List<string> values);
}
