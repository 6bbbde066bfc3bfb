namespace Trawl.Model.Plugins;

/// <summary>The type of a plugin's setting.</summary>
public enum PluginSettingType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A 64-bit signed integer.</summary>
    Integer,

    /// <summary>A decimal number of up to 28 digits.</summary>
    Decimal,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A time with a unit; the worker gets whole milliseconds.</summary>
    Duration,

    /// <summary>A size with a unit; the worker gets bytes.</summary>
    Size,

    /// <summary>An absolute http or https URL.</summary>
    Url,

    /// <summary>A file or folder, relative to the pipeline's file; the worker gets the absolute path.</summary>
    Path,

    /// <summary>The name of an environment variable whose value the worker gets, never stored with the run.</summary>
    Secret,
}
