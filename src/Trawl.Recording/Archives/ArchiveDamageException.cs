namespace Trawl.Recording.Archives;

/// <summary>An answer that the index names cannot be read.</summary>
internal sealed class ArchiveDamageException(ArchiveMember member, long offset, string problem) : Exception(
    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{member.Name}\", offset {offset}: {problem}"));
