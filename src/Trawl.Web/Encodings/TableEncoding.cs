using System.Text;

namespace Trawl.Web.Encodings;

/// <summary>
/// A single-byte encoding of the Encoding standard that the framework lacks: ASCII and a table above.
/// </summary>
/// <param name="upperHalf">The characters of bytes 0x80 to 0xFF.</param>
internal sealed class TableEncoding(string upperHalf) : Encoding
{
    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        for (int i = 0; i < charCount; i++)
        {
            char c = chars[charIndex + i];
            int at = c < 0x80 ? c - 0x80 : upperHalf.IndexOf(c);
            bytes[byteIndex + i] = at < 0 && c >= 0x80 ? (byte)'?' : (byte)(at + 0x80);
        }

        return charCount;
    }

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (int i = 0; i < byteCount; i++)
        {
            byte b = bytes[byteIndex + i];
            chars[charIndex + i] = b < 0x80 ? (char)b : upperHalf[b - 0x80];
        }

        return byteCount;
    }
}
