using System.Reflection;
using System.Runtime.InteropServices;

namespace Trawl.Storage.Sqlite;

/// <summary>
/// Chooses the library: the system's when it is newer than the packaged one (it gets the distribution's fixes),
/// otherwise the packaged one.
/// </summary>
public static unsafe class SqliteEngine
{
    private static readonly Lazy<SqliteLibrary> Chosen = new(Choose);

    /// <summary>The library in use, for <c>trawl doctor</c>.</summary>
    public static SqliteLibrary Describe() => Chosen.Value;

    /// <summary>Must have run before the first call of <see cref="SqliteNative"/>.</summary>
    internal static void Load() => _ = Chosen.Value;

    private static SqliteLibrary Choose()
    {
        var packaged = Packaged();
        var system = System();
        var chosen = system is not null && (packaged is null || system.Number > packaged.Number) ? system : packaged;
        if (chosen is null)
        {
            throw new DllNotFoundException(
                "No SQLite library was found, neither the packaged 'e_sqlite3' nor the system's 'libsqlite3'; "
                + "install the system's package (Debian: 'apt install libsqlite3-0').");
        }

        var handle = chosen.Handle;
        StopCountingMemory(handle);
        NativeLibrary.SetDllImportResolver(
            typeof(SqliteNative).Assembly,
            (name, _, _) => name == SqliteNative.Library ? handle : 0);
        return chosen;
    }

    /// <summary>
    /// Without its memory statistics SQLite takes no lock around each allocation. The function is variadic, which
    /// Apple's ARM calls differently; there it is left alone.
    /// </summary>
    private static void StopCountingMemory(nint handle)
    {
        const int memoryStatus = 9;
        if (!OperatingSystem.IsMacOS() && NativeLibrary.TryGetExport(handle, "sqlite3_config", out var config))
        {
            _ = ((delegate* unmanaged[Cdecl]<int, int, int>)config)(memoryStatus, 0);
        }
    }

    private static SqliteLibrary? Packaged() =>
        NativeLibrary.TryLoad(SqliteNative.Library, typeof(SqliteNative).Assembly, null, out var handle)
            ? Read(handle, "packaged e_sqlite3", isSystem: false)
            : null;

    private static SqliteLibrary? System()
    {
        foreach (var name in SystemNames())
        {
            if (NativeLibrary.TryLoad(name, out var handle) && Read(handle, name, isSystem: true) is { } library)
            {
                return library;
            }
        }

        return null;
    }

    private static string[] SystemNames()
    {
        if (OperatingSystem.IsWindows())
        {
            return ["winsqlite3.dll"];
        }

        return OperatingSystem.IsMacOS()
            ? ["/usr/lib/libsqlite3.dylib"]
            : ["libsqlite3.so.0", "libsqlite3.so"];
    }

    /// <summary>Null when it is not usable: too old for what we write, or built without threads.</summary>
    private static SqliteLibrary? Read(nint handle, string name, bool isSystem)
    {
        if (!NativeLibrary.TryGetExport(handle, "sqlite3_libversion_number", out var number)
            || !NativeLibrary.TryGetExport(handle, "sqlite3_threadsafe", out var threads)
            || !NativeLibrary.TryGetExport(handle, "sqlite3_prepare_v3", out _))
        {
            return null;
        }

        var version = ((delegate* unmanaged[Cdecl]<int>)number)();
        var isThreaded = ((delegate* unmanaged[Cdecl]<int>)threads)() != 0;
        return version >= SqliteLibrary.Oldest && isThreaded
            ? new SqliteLibrary(handle, version, name, isSystem)
            : null;
    }
}
