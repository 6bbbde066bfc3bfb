using System.Globalization;
using System.Text.Json;
using Trawl.Demo.Data;

namespace Trawl.Demo.Serving;

internal sealed class StockApi(Catalog catalog)
{
    private const int PageSize = 50;

    private int Pages => Math.Max(1, (catalog.Stock.Count + PageSize - 1) / PageSize);

    public Reply? Answer(int page)
    {
        if (page < 1 || page > Pages) return null;
        var levels = catalog.Stock.Skip((page - 1) * PageSize).Take(PageSize);
        var json = JsonSerializer.Serialize(new
        {
            page,
            pages = Pages,
            next = page < Pages ? string.Create(CultureInfo.InvariantCulture, $"/api/stock?page={page + 1}") : null,
            items = levels.Select(level => new
            {
                sku = level.Sku,
                available = level.Available,
                warehouse = level.Warehouse,
                updated = level.Updated.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            }),
        });
        return Reply.Text(json, "application/json");
    }
}
