using System.Diagnostics;
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

    /// <summary>Takes down what a process writes to its two streams.</summary>
    public void Follow(Process process)
    {
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
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
