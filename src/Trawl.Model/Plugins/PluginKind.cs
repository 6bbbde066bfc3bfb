namespace Trawl.Model.Plugins;

/// <summary>What a plugin can be asked to do. The numbers go over the wire and are never reused.</summary>
public enum PluginKind
{
    /// <summary>Changes a record, or drops it.</summary>
    Transform = 1,

    /// <summary>Adds fields to a record; what the record has already stays as it is.</summary>
    Enrich = 2,

    /// <summary>Finds what is wrong with a record.</summary>
    Validate = 3,

    /// <summary>Makes records of a page.</summary>
    Extract = 4,

    /// <summary>Turns a page into another document (HTML, JSON, text) before the rules see it.</summary>
    Parse = 5,

    /// <summary>Gives requests to begin with.</summary>
    Source = 6,

    /// <summary>Takes the records of a finished dataset.</summary>
    Sink = 7,
}
