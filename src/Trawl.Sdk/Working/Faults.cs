namespace Trawl.Sdk.Working;

/// <summary>Exceptions of authors' code as texts for people. No stack: it is a function of the input alone, as results are.</summary>
internal static class Faults
{
    private const int Longest = 1000;

    public static string Describe(Exception fault)
    {
        var text = fault is NotGrantedException ? fault.Message : $"{fault.GetType().Name}: {fault.Message}";
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
