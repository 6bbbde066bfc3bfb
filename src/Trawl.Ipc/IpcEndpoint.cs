namespace Trawl.Ipc;

/// <summary>Where a server listens: a Unix socket in a folder that only its owner may enter.</summary>
public sealed record IpcEndpoint
{
    private IpcEndpoint(string path) => Path = path;

    /// <summary>The socket's full path; at most 107 bytes of UTF-8.</summary>
    public string Path { get; }

    /// <summary>A socket at a path of the caller's choice. The server makes the folder (0700) if it is not there.</summary>
    public static IpcEndpoint At(string path) => new(System.IO.Path.GetFullPath(path));

    /// <summary>
    /// A socket by name in the user's runtime folder: <c>$XDG_RUNTIME_DIR/trawl/NAME/ipc.sock</c>, or a folder of the user's
    /// own in the temporary folder where that variable is not set.
    /// </summary>
    public static IpcEndpoint Named(string name)
    {
        if (name.Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')) || name[0] == '.')
            throw new ArgumentException($"\"{name}\" is no name: use letters, digits, '-', '_' and '.', and begin with none of '.'.", nameof(name));
        return At(System.IO.Path.Combine(RuntimeFolder, name, Connections.DeadEndpoints.SocketName));
    }

    /// <summary>The folder of all named endpoints of this user.</summary>
    public static string RuntimeFolder =>
        Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } folder
            ? System.IO.Path.Combine(folder, "trawl")
            : System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"trawl-{Environment.UserName}");

    /// <inheritdoc/>
    public override string ToString() => Path;
}
