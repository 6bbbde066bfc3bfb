namespace Trawl.Engine.Seams.Outputs;

/// <summary>Reads the records of a finished run: the same, in the same order, however often it is asked.</summary>
public interface IDatasetReader
{
    /// <summary>Kept records of these types, type by type, each type in canonical order.</summary>
    /// <exception cref="IOException">The run cannot be read.</exception>
    IEnumerable<DatasetRecord> Read(IReadOnlyList<string> types);
}
