using System.Globalization;
using Trawl.Engine.Seams.Store;

namespace Trawl.Recording.Capturing;

/// <summary>What stops a run because its capture cannot be kept, with the way out.</summary>
internal static class CaptureErrors
{
    public static RunStoreException Unwritable(string path, Exception error) => new(
        $"The capture '{path}' could not be written: {error.Message.TrimEnd('.')}. Free space or repair the disk, then resume "
        + "the run. Everything up to the last commit is kept.",
        error);

    public static RunStoreException Lost(string path, long found, long committed) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The capture file '{path}' has {found} bytes and {committed} were committed: recorded pages are lost. "
        + $"Restore the file from a copy, then resume the run."));
}
