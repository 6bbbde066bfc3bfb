namespace Trawl.Demo.Making;

/// <summary>The shop's vocabulary, invented for it.</summary>
internal static class Words
{
    public static readonly string[] Materials =
    [
        "Copper", "Oak", "Ash", "Enamel", "Linen", "Slate", "Brass", "Walnut", "Cork", "Stoneware", "Wool", "Birch",
        "Pewter", "Canvas", "Beech", "Felt", "Cast Iron", "Bamboo", "Porcelain", "Larch",
    ];

    public static readonly string[] Series =
    [
        "Harrow", "Tilney", "Moss & Vale", "Kestrel", "Penfold", "Orrin", "Saltmarsh", "Wren", "Dunmore", "Ferrow",
        "Low Tide", "Bramley", "Nordholm", "Quill", "Élan", "Thistle", "Cobble", "Larkrise", "Mill Lane", "Ember",
    ];

    public static readonly string[] Brands =
    [
        "Aldery", "Brackwater", "Cobb & Daughters", "Duskfield", "Eskmoor", "Fennimore", "Gallowtree", "Hobb’s Yard",
        "Inkwell Bros", "Jörvik Works", "Kittow", "Lindqvist", "Marl & Flint", "Netherby", "Oxbow", "Pellam",
        "Quarry House", "Rookhope", "Stennack", "Tarn & Co", "Umberline", "Veldt", "Wickstead", "Yarrow",
    ];

    public static readonly string[] Sellers =
    [
        "Harbour Street Stores", "The Back Room", "Northgate Trading", "Pott & Sons", "Riverside Goods",
        "Old Dairy Depot", "Seven Stalls", "Castle Hill Supply",
    ];

    public static readonly string[] People =
    [
        "Ada Pryce", "Benoît Aubry", "Carys Lloyd", "Dmitri Halas", "Esther Okoro", "Finn O’Hara", "Greta Lund",
        "Hamid Sayed", "Ingrid Sørli", "Jonah Peake", "Katya Brandt", "Leila Farrow", "Marek Dusik", "Nell Ashby",
        "Owen Tregear", "Priya Nair", "Rosa Iturbe", "Sam Whitlow", "Tomoko Arai", "Viola Stead",
    ];

    public static readonly string[] Tags =
    [
        "handmade", "gift", "bestseller", "new", "recycled", "repairable", "small batch", "outdoor", "heirloom",
        "everyday", "limited", "refill", "classic", "travel", "colourful",
    ];

    public static readonly string[] Colours =
        ["moss", "chalk", "ink", "rust", "straw", "plum", "sea green", "charcoal", "rose", "natural"];

    public static readonly string[] Praise =
    [
        "Sturdier than the photographs suggest.", "It replaced one my aunt used for thirty years.",
        "Arrived in plain paper, without a scratch.", "I bought a second one within the week.",
        "Does one thing & does it well.", "Pleasant in the hand and easy to clean.",
        "The children fight over it, which says enough.",
    ];

    public static readonly string[] Complaints =
    [
        "The finish wore off sooner than I had hoped.", "A little smaller than the table says.",
        "The parcel took < 2 weeks, but only just.", "Fine, though hardly worth the full price.",
        "One corner was chipped; the seller replaced it.", "Good idea, careless stitching.",
    ];

    public static readonly string[] Verdicts =
    [
        "Would buy again.", "Three of my neighbours have asked where it is from.", "Keep the box.", "Enough said.", "",
    ];
}
