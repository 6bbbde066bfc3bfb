namespace Trawl.Engine.Seams.Governing;

/// <summary>Something that is kept for later and can be given up when resources are short: a browser that nobody uses.</summary>
public interface IIdleResource
{
    /// <summary>Gives up what is idle, without waiting for it. Called on the governor's thread.</summary>
    void ReleaseIdle();
}
