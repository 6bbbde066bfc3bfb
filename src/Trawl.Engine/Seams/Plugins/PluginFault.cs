namespace Trawl.Engine.Seams.Plugins;

/// <summary>Why a plugin did not do what it was asked.</summary>
/// <param name="Code">A code of <see cref="Model.Errors.ErrorCode"/>.</param>
/// <param name="Message">What happened, for people; names the plugin.</param>
/// <param name="SuspendsRun">Whether the plugin is of no use any more, so that the run must stop and can be resumed.</param>
public sealed record PluginFault(string Code, string Message, bool SuspendsRun = false);
