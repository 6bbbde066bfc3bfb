using System.Text;
using Trawl.Demo.Data;

namespace Trawl.Demo.Pages;

internal static class ReviewList
{
    public static void Append(StringBuilder html, Product product)
    {
        if (product.Reviews.Count == 0) return;
        html.AppendLine("<h2>What people say</h2>");
        foreach (var review in product.Reviews)
        {
            html.AppendLine($"""
                <div class="review" id="{review.Id}" data-sku="{product.Sku}">
                <span class="stars" data-stars="{review.Stars}">{Html.Stars(review.Stars)}</span>
                <p class="text">{Html.Text(review.Text)}</p>
                <p class="by"><span class="author">{Html.Text(review.Author)}</span>,
                <time datetime="{Html.Iso(review.Date)}">{Html.Long(review.Date)}</time></p></div>
                """);
        }
    }
}
