namespace Trawl.Web.Sitemaps;

/// <summary>
/// Drops blanks before the first character: many servers send an empty line before the XML declaration.
/// </summary>
internal sealed class LeadingBlankReader(TextReader inner) : TextReader
{
    private bool _hasStarted;

    public override int Read(char[] buffer, int index, int count)
    {
        int length;
        do length = Trim(buffer.AsSpan(index, count), inner.Read(buffer, index, count));
        while (length < 0);
        return length;
    }

    public override async Task<int> ReadAsync(char[] buffer, int index, int count)
    {
        while (true)
        {
            int read = await inner.ReadAsync(buffer, index, count);
            int length = Trim(buffer.AsSpan(index, count), read);
            if (length >= 0) return length;
        }
    }

    /// <summary>
    /// How many characters are left at the start of the buffer; -1 when all were blank and more may follow.
    /// </summary>
    private int Trim(Span<char> buffer, int length)
    {
        if (_hasStarted || length == 0) return length;
        var kept = buffer[..length].TrimStart(" \t\r\n\uFEFF");
        if (kept.IsEmpty) return -1;
        _hasStarted = true;
        kept.CopyTo(buffer);
        return kept.Length;
    }
}
