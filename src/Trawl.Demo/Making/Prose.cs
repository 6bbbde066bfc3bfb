namespace Trawl.Demo.Making;

internal static class Prose
{
    private static readonly string[] s_openings =
    [
        "A {0} {1} for those who keep their things.", "Our workshop’s {1}, made of {0} and meant for daily use.",
        "This {1} began as a repair & became a favourite.", "Plain {0}, good proportions: a {1} without fuss.",
    ];

    private static readonly string[] s_middles =
    [
        "Each piece is finished by hand, so no two are quite alike.",
        "Spare parts are sold separately and for as long as we are here.",
        "It is lighter than it looks and stronger than it needs to be.",
        "The makers send them in batches of forty, wrapped in straw.",
    ];

    private static readonly string[] s_endings =
    [
        "Wipe clean; do not soak.", "Fits in a rucksack.", "Comes with a cotton bag.", "Best before breakfast.",
        "Please measure twice.",
    ];

    private static readonly string[] s_thoughts =
    [
        "Most of what we sell has been made the same way for a century, and the few changes are worth a word.",
        "A customer wrote last week to ask why the handles are left untreated; the answer is that hands do it better.",
        "There is a shelf in the shop for things that came back, and every one of them taught us something.",
        "We measured ten of them with a calliper and the difference was less than the width of a hair.",
        "The kiln was cold for a month this winter, which is why some colours are sold out.",
        "Good tools are quiet. You notice them only on the day you have to borrow somebody else’s.",
        "If you have room for one only, take the smaller: it will be used twice as often.",
        "The old catalogue called it “a trifle”; the new one gives it a page & three drawings.",
    ];

    public static string Description(Chance chance, string material, string noun) => string.Join(' ', Fill(
        chance.Pick(s_openings), material, noun), chance.Pick(s_middles), chance.Pick(s_endings));

    public static List<string> Paragraphs(Chance chance)
    {
        var paragraphs = new List<string>();
        for (var i = chance.Between(2, 4); i > 0; i--)
        {
            paragraphs.Add(string.Join(' ', chance.Some(s_thoughts, chance.Between(2, 3))));
        }

        return paragraphs;
    }

    private static string Fill(string template, string material, string noun) => template
        .Replace("{0}", material.ToLowerInvariant(), StringComparison.Ordinal)
        .Replace("{1}", noun.ToLowerInvariant(), StringComparison.Ordinal);
}
