using System.Text;

namespace Trawl.Steps.Forms;

/// <summary>Fields as <c>application/x-www-form-urlencoded</c> in UTF-8 (URL standard §5.2).</summary>
public static class FormText
{
    public static string Of(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            Add(text.Append(text.Length == 0 ? "" : "&"), name);
            Add(text.Append('='), value);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string part)
    {
        foreach (var octet in Encoding.UTF8.GetBytes(part))
        {
            var c = (char)octet;
            if (char.IsAsciiLetterOrDigit(c) || c is '*' or '-' or '.' or '_') text.Append(c);
            else if (c == ' ') text.Append('+');
            else text.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
