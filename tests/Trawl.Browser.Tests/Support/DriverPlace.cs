using System.Runtime.CompilerServices;
using Trawl.Tests.Shared;

namespace Trawl.Browser.Tests.Support;

/// <summary>Lets the tests use the driver that stands beside the program: it is large, and one copy does.</summary>
internal static class DriverPlace
{
    [ModuleInitializer]
    internal static void Name() => Environment.SetEnvironmentVariable(
        "PLAYWRIGHT_DRIVER_SEARCH_PATH",
        Repository.PathOf("artifacts", "bin", "Trawl.Cli", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))));
}
