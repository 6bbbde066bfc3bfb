using System.Globalization;

namespace Trawl.Warc.Writing;

/// <summary>Files that records are appended to.</summary>
public static class WarcFile
{
    /// <summary>
    /// Opens a file to go on behind what is known to be safe: what stands behind the committed length (a record that a crash
    /// cut short, or one that nobody refers to) is cut off. A file that does not exist is made when the length is 0. Flushing
    /// to the disk before a length is committed is the caller's part.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="committedLength">Bytes that hold; the end of the last <see cref="WarcPosition"/> committed.</param>
    /// <exception cref="InvalidDataException">The file is shorter than that: committed records are lost.</exception>
    /// <exception cref="IOException">The file cannot be opened or cut.</exception>
    public static FileStream OpenForAppend(string path, long committedLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(committedLength);
        var mode = committedLength == 0 ? FileMode.OpenOrCreate : FileMode.Open;
        var file = new FileStream(path, mode, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        if (file.Length < committedLength)
        {
            var length = file.Length.ToString(CultureInfo.InvariantCulture);
            file.Dispose();
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"\"{path}\" has {length} bytes, and {committedLength} were committed: records are lost. Restore the file from a copy."));
        }

        if (file.Length > committedLength) file.SetLength(committedLength);
        file.Position = committedLength;
        return file;
    }
}
