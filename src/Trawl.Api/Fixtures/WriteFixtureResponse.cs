namespace Trawl.Api.Fixtures;

/// <summary>A test case that was written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Files">Names of the files in it.</param>
/// <param name="Records">Records it expects.</param>
/// <param name="Links">Links it expects.</param>
public sealed record WriteFixtureResponse(string Name, string Folder, IReadOnlyList<string> Files, int Records, int Links);
