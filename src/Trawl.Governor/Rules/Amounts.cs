namespace Trawl.Governor.Rules;

/// <summary>Amounts in words, the same in every culture.</summary>
internal static class Amounts
{
    public static string Bytes(long bytes) => bytes >= 10L << 30
        ? FormattableString.Invariant($"{bytes / (double)(1L << 30):0.#} GiB")
        : FormattableString.Invariant($"{bytes / (double)(1L << 20):0.#} MiB");

    public static string Percent(double share) => FormattableString.Invariant($"{100 * share:0} %");
}
