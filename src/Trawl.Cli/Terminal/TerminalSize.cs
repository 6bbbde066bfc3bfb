namespace Trawl.Cli.Terminal;

internal static class TerminalSize
{
    /// <summary>Lines of the terminal, within reason.</summary>
    public static int Height
    {
        get
        {
            try
            {
                return Console.WindowHeight is > 4 and < 1000 and var height ? height : 24;
            }
            catch (IOException)
            {
                return 24;
            }
        }
    }

    /// <summary>Columns of the terminal, within reason.</summary>
    public static int Width
    {
        get
        {
            try
            {
                return Console.WindowWidth is > 20 and < 1000 and var width ? width : 80;
            }
            catch (IOException)
            {
                return 80;
            }
        }
    }
}
