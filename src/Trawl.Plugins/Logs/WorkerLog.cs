using System.Text;

namespace Trawl.Plugins.Logs;

/// <summary>What the workers of a plugin say: to a file of bounded size, and the last lines to be quoted.</summary>
internal sealed class WorkerLog(string file) : IDisposable
{
    private const long MostBytes = 4 << 20;
    private const int MostLines = 6;
    private const int LongestLine = 2_000;

    private readonly Lock _lock = new();
    private readonly Queue<string> _last = new();
    private StreamWriter? _writer;
    private long _written;

    /// <summary>
    /// Takes down what comes out of one of a worker's streams, until its end. However much that is, it takes no more memory
    /// than a line.
    /// </summary>
    public async Task FollowAsync(StreamReader stream)
    {
        var buffer = new char[4096];
        var line = new StringBuilder();
        try
        {
            while (await stream.ReadAsync(buffer) is var count and > 0) Take(buffer.AsSpan(0, count), line);
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException)
        {
            // The process was disposed of; what it said is what we have.
        }

        Add(line.ToString());
    }

    /// <summary>Writes what the engine has to say of the workers.</summary>
    public void Note(string line)
    {
        lock (_lock) Write(line);
    }

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        if (line.Length > LongestLine) line = line[..LongestLine] + "…";
        lock (_lock)
        {
            _last.Enqueue(line);
            if (_last.Count > MostLines) _last.Dequeue();
            Write(line);
        }
    }

    /// <summary>The last lines as the end of a sentence; empty when there are none. They are the next worker's from now on.</summary>
    public string LastWords()
    {
        lock (_lock)
        {
            if (_last.Count == 0) return "";
            var words = string.Join(" | ", _last.Select(line => line.Trim()));
            _last.Clear();
            return $"; it said: {words}";
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _writer?.Dispose();
            _writer = null;
            _written = MostBytes;
        }
    }

    private void Take(ReadOnlySpan<char> text, StringBuilder line)
    {
        foreach (var c in text)
        {
            if (c == '\n')
            {
                Add(line.ToString());
                line.Clear();
            }
            else if (line.Length <= LongestLine)
            {
                line.Append(c);
            }
        }
    }

    private void Write(string line)
    {
        if (_written >= MostBytes) return;
        try
        {
            _writer ??= Open();
            _written += Encoding.UTF8.GetByteCount(line) + 1;
            _writer.Write((_written < MostBytes ? line : "The log is full; what follows is not kept.") + "\n");
            _writer.Flush();
        }
        catch (IOException)
        {
            // A log that cannot be written must not cost the run.
            _written = MostBytes;
        }
    }

    private StreamWriter Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        _written = File.Exists(file) ? new FileInfo(file).Length : 0;
        return new StreamWriter(new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite));
    }
}
