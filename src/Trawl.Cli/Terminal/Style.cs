namespace Trawl.Cli.Terminal;

/// <summary>Colours, where they are wanted.</summary>
internal sealed class Style(bool isOn)
{
    public bool IsOn => isOn;

    public string Bold(string text) => Wrap("1", text);

    public string Dim(string text) => Wrap("2", text);

    public string Red(string text) => Wrap("31", text);

    public string Green(string text) => Wrap("32", text);

    public string Yellow(string text) => Wrap("33", text);

    public string Cyan(string text) => Wrap("36", text);

    private string Wrap(string code, string text) => isOn && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
