using Trawl.Engine.Seams.Outputs;

namespace Trawl.Storage.Reading;

/// <summary>A sink of a run.</summary>
/// <param name="Name">Its name in the run.</param>
/// <param name="Position">How far it is.</param>
public sealed record SinkRow(string Name, SinkPosition Position);
