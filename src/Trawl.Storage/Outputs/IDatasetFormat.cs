using Trawl.Model.Plans;

namespace Trawl.Storage.Outputs;

/// <summary>Writes records in one format to a stream.</summary>
internal interface IDatasetFormat
{
    /// <summary>Writes the types in order; returns the number of records by type.</summary>
    Dictionary<string, long> Write(
        Stream stream,
        IReadOnlyList<RecordType> types,
        Dataset dataset,
        DatasetPart part,
        CancellationToken cancellationToken);
}
