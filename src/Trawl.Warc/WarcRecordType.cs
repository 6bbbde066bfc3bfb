namespace Trawl.Warc;

/// <summary>The eight types of record (ISO 28500:2017 §6), and one for what later standards may add (§6.1).</summary>
public enum WarcRecordType
{
    /// <summary>A type this version of the format does not know; <c>WarcRecord.TypeName</c> holds its name.</summary>
    Unknown,

    /// <summary>Describes the records that follow it (§6.2).</summary>
    Warcinfo,

    /// <summary>What a server answered, with its protocol's head (§6.3).</summary>
    Response,

    /// <summary>A resource without protocol information, or an artefact of the harvest (§6.4).</summary>
    Resource,

    /// <summary>What was sent to a server (§6.5).</summary>
    Request,

    /// <summary>Describes another record or a whole capture (§6.6).</summary>
    Metadata,

    /// <summary>Says that content was seen again, without storing it again (§6.7).</summary>
    Revisit,

    /// <summary>Another version of a record's content (§6.8).</summary>
    Conversion,

    /// <summary>A later piece of a record that was cut into segments (§6.9, §7).</summary>
    Continuation,
}
