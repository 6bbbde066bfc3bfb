using System.Text;

namespace Trawl.Web.Urls;

/// <summary>A URL under construction: the "URL record" of the standard (§4.1).</summary>
internal sealed class UrlRecord
{
    public string Scheme = "";
    public SchemeKind Kind;
    public string Username = "";
    public string Password = "";
    public string? Host;
    public int Port = -1;

    /// <summary>Each segment with the slash before it, or the opaque path as it stands.</summary>
    public readonly StringBuilder Path = new();

    public bool HasOpaquePath;
    public string? Query;
    public string? Fragment;

    public void CopyAuthority(WebUrl from)
    {
        Username = from.Username;
        Password = from.Password;
        Host = from.Host;
        Port = from.Parts.Port;
    }

    /// <summary>Drops the last segment, except a drive letter that is all the path of a file URL.</summary>
    public void ShortenPath()
    {
        if (Path.Length == 0) return;
        if (Kind == SchemeKind.File && Path.Length == 3 && DriveLetter.IsNormalized(Path[1], Path[2])) return;
        int last = Path.Length - 1;
        while (Path[last] != '/') last--;
        Path.Length = last;
    }

    /// <summary>The URL serialiser (§4.5), which notes where each component lands.</summary>
    public WebUrl Serialize()
    {
        var output = new StringBuilder(Scheme, Scheme.Length + Path.Length + (Host?.Length ?? 0) + 32);
        var parts = new UrlParts { SchemeEnd = output.Length, Kind = Kind, Port = Port, HasOpaquePath = HasOpaquePath };
        output.Append(':');
        WriteAuthority(output, ref parts);
        parts.PathStart = output.Length;
        output.Append(Path);
        parts.QueryStart = WriteTail(output, '?', Query);
        parts.FragmentStart = WriteTail(output, '#', Fragment);
        return new WebUrl(output.ToString(), parts);
    }

    private void WriteAuthority(StringBuilder output, ref UrlParts parts)
    {
        parts.HasHost = Host is not null;
        if (Host is not null) output.Append("//");
        parts.UsernameEnd = output.Length;
        if (Username.Length > 0 || Password.Length > 0)
        {
            parts.UsernameEnd = output.Append(Username).Length;
            if (Password.Length > 0) output.Append(':').Append(Password);
            output.Append('@');
        }

        parts.HostStart = output.Length;
        parts.HostEnd = output.Append(Host).Length;
        if (Port >= 0) output.Append(':').Append(Port);
        // Without this, a path that begins with two slashes would be read back as a host.
        if (Host is null && !HasOpaquePath && Path.Length > 1 && Path[0] == '/' && Path[1] == '/') output.Append("/.");
    }

    private static int WriteTail(StringBuilder output, char mark, string? text)
    {
        if (text is null) return -1;
        int start = output.Length;
        output.Append(mark).Append(text);
        return start;
    }
}
