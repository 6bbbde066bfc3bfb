namespace Trawl.Model.Plugins;

/// <summary>What a sink promises when a batch reaches it twice, as happens when somebody dies at the wrong moment.</summary>
public enum PluginDelivery
{
    /// <summary>A record may be delivered twice.</summary>
    AtLeastOnce,

    /// <summary>It knows the batches it has, and a record is there once.</summary>
    ExactlyOnce,
}
