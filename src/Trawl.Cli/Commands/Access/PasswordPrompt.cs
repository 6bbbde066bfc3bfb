using System.Text;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands.Access;

/// <summary>Reads a password: without showing it at a terminal, the first line where stdin is a pipe.</summary>
internal static class PasswordPrompt
{
    public static string Read(Talk talk, string prompt)
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        talk.Ask(prompt);
        var password = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace && password.Length > 0)
            {
                password.Length--;
            }
            else if (!char.IsControl(key.KeyChar))
            {
                password.Append(key.KeyChar);
            }
        }

        talk.Say();
        return password.ToString();
    }
}
