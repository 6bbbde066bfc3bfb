using System.Security.Cryptography;
using Trawl.Fetch.Headers;
using Trawl.Hosting.Home;

namespace Trawl.Hosting.Sessions;

/// <summary>
/// The cookies of a run between its engines, in its folder, sealed with the home's key. If the process dies between a
/// cookie's arrival and its saving, the site is told who comes again, by a login where there is one.
/// </summary>
internal sealed class SessionFile(string folder, HomeSeal seal, TimeProvider clock) : IDisposable
{
    private const string Name = "cookies";
    private const string LoggedIn = "logged in\n";
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(1);
    private readonly string _path = Path.Combine(folder, "session.sealed");
    private readonly Lock _saving = new();
    private long _saved;
    private long _savedAt = clock.GetTimestamp();

    public CookieJar Jar { get; } = new();

    /// <summary>Whether a login was done with these cookies. Those on the way to one let nobody in.</summary>
    public bool IsLoggedIn { get; private set; }

    /// <summary>Takes the cookies of an engine before in, where there are any that can be read.</summary>
    public void Load()
    {
        try
        {
            if (!File.Exists(_path)) return;
            var text = seal.Values.Open(Name, File.ReadAllText(_path));
            IsLoggedIn = text.StartsWith(LoggedIn, StringComparison.Ordinal);
            Jar.Load(IsLoggedIn ? text[LoggedIn.Length..] : text);
            _saved = Jar.Changes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            // As if there were none.
        }
    }

    /// <summary>Saves that a login is done.</summary>
    public void MarkLogin()
    {
        lock (_saving)
        {
            IsLoggedIn = true;
            _saved = -1;
        }

        Save(atOnce: true);
    }

    /// <summary>Saves what is new, once a second at most unless it must be now.</summary>
    public void Save(bool atOnce)
    {
        lock (_saving)
        {
            if (Jar.Changes == _saved || (!atOnce && clock.GetElapsedTime(_savedAt) < s_between)) return;
            (_saved, _savedAt) = (Jar.Changes, clock.GetTimestamp());
            try
            {
                Write(seal.Values.Close(Name, (IsLoggedIn ? LoggedIn : "") + Jar.Save(clock.GetUtcNow())));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // The next engine does without; a full disk is the store's to tell of.
            }
        }
    }

    public void Dispose() => Save(atOnce: true);

    private void Write(string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(_path + ".part", options)) file.Write(text);
        File.Move(_path + ".part", _path, overwrite: true);
    }
}
