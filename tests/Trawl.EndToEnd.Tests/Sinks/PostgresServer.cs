using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Trawl.EndToEnd.Tests.Sinks;

/// <summary>A PostgreSQL server of Debian's package, with a database of its own, on a port of this machine alone.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trawl-postgres-").FullName;
    private readonly int _port;
    private NpgsqlConnection? _connection;

    public PostgresServer()
    {
        _port = FreePort();
        File.WriteAllText(PasswordFile, Password);
        // The server refuses to be root.
        if (Environment.IsPrivilegedProcess) Run("chown", "-R", "postgres:", _folder);
        RunTool("initdb", "-D", Data, "-U", "trawl", "-A", "scram-sha-256", "--pwfile", PasswordFile, "-E", "UTF8", "--locale=C", "--no-sync");
        RunTool("pg_ctl", "-D", Data, "-l", Path.Combine(_folder, "log"), "-w", "-o",
            string.Create(CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories="), "start");
    }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}");

    public string Password => "a password that nobody else has";

    private string Data => Path.Combine(_folder, "data");

    private string PasswordFile => Path.Combine(_folder, "password");

    /// <summary>The test's own connection.</summary>
    public NpgsqlConnection Connection => _connection ??= Connect();

    public void Dispose()
    {
        _connection?.Dispose();
        RunTool("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static string Tool(string name) =>
        Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin", name)).Last(File.Exists);

    private static void RunTool(string name, params string[] arguments)
    {
        if (Environment.IsPrivilegedProcess) Run("runuser", ["-u", "postgres", "--", Tool(name), .. arguments]);
        else Run(Tool(name), arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // Its output goes nowhere: a server that inherits a pipe would keep it open.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" > /dev/null 2> \"$0\"", Path.GetTempFileName(), program, .. arguments])
        { WorkingDirectory = "/" };
        var said = start.ArgumentList[2];
        using var process = Process.Start(start)!;
        process.WaitForExit();
        var error = File.ReadAllText(said);
        File.Delete(said);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {error}");
    }

    private NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = _port, Username = "trawl", Password = Password, Database = "postgres", Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
