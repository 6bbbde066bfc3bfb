namespace Trawl.Recording.Reading;

/// <summary>A capture does not hold what its index says: a file is missing, cut short or changed.</summary>
/// <param name="file">The file.</param>
/// <param name="offset">The record that cannot be read.</param>
/// <param name="problem">What is wrong with it.</param>
public sealed class CaptureDamagedException(string file, long offset, string problem)
    : IOException($"\"{file}\", offset {offset.ToString(System.Globalization.CultureInfo.InvariantCulture)}: {problem}")
{
    public string File { get; } = file;

    public long Offset { get; } = offset;
}
