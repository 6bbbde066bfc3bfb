namespace Trawl.Model.Plans;

/// <summary>A call of a tool for each record.</summary>
/// <param name="Server">The server's name in the pipeline.</param>
/// <param name="Tool">The tool, as the server calls it.</param>
/// <param name="Arguments">
/// A JSON object. A text that is <c>{field}</c> alone stands for the field's value; within a longer text it is filled in
/// (<see cref="FieldTemplate"/>).
/// </param>
public sealed record ToolCallPlan(string Server, string Tool, string Arguments = "{}")
{
    /// <summary>The tool as pipelines and journals name it.</summary>
    public string Name => $"{Server}/{Tool}";
}
