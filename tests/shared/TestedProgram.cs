namespace Trawl.Tests.Shared;

/// <summary>
/// The trawl that tests start: the published one that <c>TRAWL_UNDER_TEST</c> names, as <c>./build.sh test</c> has it, or else what
/// was built beside the tests.
/// </summary>
internal static class TestedProgram
{
    public static string Path =>
        Environment.GetEnvironmentVariable("TRAWL_UNDER_TEST") is { Length: > 0 } published ? published : Repository.PathOf("artifacts", "bin", "Trawl.Cli", Configuration, "trawl");

    private static string Configuration => System.IO.Path.GetFileName(AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar));
}
