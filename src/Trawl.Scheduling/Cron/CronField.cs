using System.Globalization;

namespace Trawl.Scheduling.Cron;

/// <summary>The values that one place of a cron expression means.</summary>
/// <param name="Bits">Bit n is set when n is meant.</param>
/// <param name="BeginsWithStar">Whether it is written with a star first, which cron gives a meaning of its own.</param>
internal readonly record struct CronField(ulong Bits, bool BeginsWithStar)
{
    public bool Contains(int value) => (Bits & (1UL << value)) != 0;

    /// <summary>Parses a list of values, ranges and steps.</summary>
    /// <param name="text">The field.</param>
    /// <param name="part">Which of the five it is.</param>
    /// <param name="offset">Where it begins in the expression, for the error.</param>
    /// <param name="field">The field.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static CronError? Parse(string text, CronPart part, int offset, out CronField field)
    {
        ulong bits = 0;
        field = default;
        var at = 0;
        foreach (var item in text.Split(','))
        {
            if (Item(item, part, offset + at, ref bits) is { } error) return error;
            at += item.Length + 1;
        }

        // Both 0 and 7 are Sunday.
        if (part == CronPart.Weekday && (bits & (1UL << 7)) != 0) bits = (bits | 1) & ~(1UL << 7);
        field = new CronField(bits, text.StartsWith('*'));
        return null;
    }

    private static CronError? Item(string item, CronPart part, int offset, ref ulong bits)
    {
        if (item.Length == 0) return new CronError(offset, $"The {part.Name} has an empty entry; write values with single commas.");
        var slash = item.IndexOf('/');
        var range = slash < 0 ? item : item[..slash];
        if (Range(range, part, offset, out var first, out var last) is { } wrong) return wrong;
        if (slash >= 0 && first == last && range != "*" && !range.Contains('-'))
        {
            return new CronError(
                offset + slash, $"A step follows \"*\" or a range: write \"{range}-{part.Max}{item[slash..]}\" or \"*{item[slash..]}\".");
        }

        var step = 1;
        if (slash >= 0 && (!TryNumber(item[(slash + 1)..], out step) || step < 1 || step > part.Max))
        {
            return new CronError(offset + slash + 1, $"The step of the {part.Name} is a whole number from 1 to {part.Max}.");
        }

        for (var value = first; value <= last; value += step) bits |= 1UL << value;
        return null;
    }

    private static CronError? Range(string range, CronPart part, int offset, out int first, out int last)
    {
        (first, last) = (part.Min, part == CronPart.Weekday ? 6 : part.Max);
        if (range == "*") return null;
        var hyphen = range.IndexOf('-');
        if (Value(hyphen < 0 ? range : range[..hyphen], part, offset, out first) is { } wrong) return wrong;
        last = first;
        if (hyphen < 0) return null;
        if (Value(range[(hyphen + 1)..], part, offset + hyphen + 1, out last) is { } second) return second;
        // A week that ends on Sunday: fri-sun.
        if (part == CronPart.Weekday && last == 0 && first > 0) last = 7;
        return first <= last ? null : new CronError(
            offset, $"The range \"{range}\" runs backwards: write it as two, as in \"{first}-{part.Max},{part.Min}-{last}\".");
    }

    private static CronError? Value(string text, CronPart part, int offset, out int value)
    {
        if (!TryNumber(text, out value))
        {
            var name = part.Names.ToList().IndexOf(text.ToLowerInvariant());
            value = name + part.FirstName;
            if (name >= 0) return null;
            var names = part.Names.Count == 0 ? "" : $" or a name such as \"{part.Names[0]}\"";
            return new CronError(offset, $"\"{text}\" is no {part.Name}: write a number from {part.Min} to {part.Max}{names}.");
        }

        return value >= part.Min && value <= part.Max
            ? null
            : new CronError(offset, $"\"{text}\" is no {part.Name}: it goes from {part.Min} to {part.Max}.");
    }

    private static bool TryNumber(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && text.Length <= 4;
}
