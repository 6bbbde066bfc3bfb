using Trawl.Demo.Data;

namespace Trawl.Demo.Making;

/// <summary>Twelve categories with three subcategories each, and what is sold in them.</summary>
internal static class CategoryTree
{
    private static readonly string[] s_lines =
    [
        "Kitchen|Kettles & Pots:Kettle,Teapot,Saucepan,Stockpot|Knives:Bread Knife,Paring Knife,Cleaver"
        + "|Baking:Cake Tin,Crème Brûlée Dish,Rolling Pin,Pie Plate",
        "Garden|Hand Tools:Trowel,Secateurs,Dibber,Weeder|Watering:Watering Can,Hose Reel,Rain Gauge"
        + "|Planters:Window Box,Terracotta Pot,Hanging Basket",
        "Lighting|Lamps:Desk Lamp,Floor Lamp,Reading Lamp|Lanterns:Storm Lantern,Candle Lantern,Tea Light Holder"
        + "|Bulbs:Filament Bulb,Globe Bulb,Candle Bulb",
        "Stationery|Notebooks:Notebook,Sketchbook,Pocket Diary|Pens & Ink:Fountain Pen,Ink Bottle,Brush Pen"
        + "|Desk:Pen Tray,Letter Rack,Desk Mat",
        "Outdoors|Camping:Tent Peg Set,Camp Stool,Mess Tin|Hiking:Rucksack,Trekking Pole,Map Case"
        + "|Fishing:Tackle Box,Landing Net,Fly Reel",
        "Textiles|Bedding:Duvet Cover,Pillowcase,Throw|Bath:Bath Towel,Bath Mat,Flannel"
        + "|Table:Table Runner,Napkin Set,Tea Cosy",
        "Toys|Wooden:Train Set,Stacking Tower,Spinning Top|Puzzles:Jigsaw,Brain Teaser,Maze Box"
        + "|Games:Draughts Board,Dominoes,Card Game",
        "Music|Strings:Ukulele,Violin Bow,Guitar Strap|Percussion:Tambourine,Cajón,Triangle"
        + "|Care:Rosin,Polishing Cloth,Tuning Fork",
        "Bicycles|Parts:Saddle,Handlebar Tape,Bell|Bags:Pannier,Frame Bag,Basket"
        + "|Workshop:Tyre Lever,Chain Tool,Track Pump",
        "Furniture|Seating:Stool,Rocking Chair,Bench|Storage:Bookcase,Shoe Rack,Blanket Box"
        + "|Tables:Side Table,Desk,Plant Stand",
        "Grooming|Shaving:Safety Razor,Shaving Brush,Shaving Bowl|Hair:Comb,Hair Brush,Barber’s Scissors"
        + "|Soap:Soap Bar,Soap Dish,Bath Salts",
        "Pets|Dogs:Dog Lead,Dog Bed,Chew Toy|Cats:Scratching Post,Cat Basket,Feeding Bowl"
        + "|Birds:Bird Feeder,Nest Box,Bird Bath",
    ];

    public static IReadOnlyList<Category> Make() => Array.ConvertAll(s_lines, Parse);

    private static Category Parse(string line)
    {
        var parts = line.Split('|');
        var slug = Slug.Of(parts[0]);
        return new Category(parts[0], slug, Array.ConvertAll(parts[1..], part => ParseSub(part, slug)));
    }

    private static Subcategory ParseSub(string part, string categorySlug)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var name = part[..colon];
        return new Subcategory(name, Slug.Of(name), categorySlug, part[(colon + 1)..].Split(','));
    }
}
