using System.Globalization;
using Trawl.Demo.Data;
using Trawl.Demo.Making;

namespace Trawl.Demo.Pages;

/// <summary>Still lifes drawn from the product's number: a table, a vessel, light from one side.</summary>
internal static class Picture
{
    private static readonly string[] s_walls = ["#e8e1d3", "#dfe6dc", "#e6dcd6", "#dbe3e6", "#ece6d0"];
    private static readonly string[] s_things = ["#2f6b4f", "#b4552d", "#5b6f8a", "#8a6f3b", "#74505f", "#3c4a45"];

    public static string Of(Product product, int number)
    {
        var chance = new Chance((ulong)((product.Id * 31) + number));
        var width = chance.Between(44, 96);
        var height = chance.Between(40, 92);
        var left = 100 - (width / 2);
        var top = 128 - height;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 160" role="img">
            <rect width="200" height="160" fill="{chance.Pick(s_walls)}"/>
            <rect y="120" width="200" height="40" fill="#cbbfa8"/>
            <ellipse cx="{104 + (width / 4)}" cy="132" rx="{width * 2 / 3}" ry="8" fill="#0002"/>
            <rect x="{left}" y="{top}" width="{width}" height="{height}" rx="{chance.Between(3, 30)}"
             fill="{chance.Pick(s_things)}"/>
            <rect x="{left + 7}" y="{top + 8}" width="6" height="{height - 18}" rx="3" fill="#fff5"/>
            <circle cx="100" cy="{top - 3}" r="{chance.Between(3, 9)}" fill="{chance.Pick(s_things)}"/></svg>
            """);
    }
}
