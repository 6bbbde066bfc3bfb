namespace Trawl.Model.Plans;

/// <summary>One answer of a model that is a script: a text, or the wish to call a tool.</summary>
/// <param name="Text">What it says; null when it calls a tool.</param>
/// <param name="Tool">The tool as <c>server/tool</c>; null when it says something.</param>
/// <param name="Arguments">The tool's arguments, a JSON object.</param>
public sealed record ScriptedReply(string? Text, string? Tool = null, string? Arguments = null);
