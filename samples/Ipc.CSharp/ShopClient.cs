using System.Globalization;
using Trawl.Ipc;

namespace Shop;

/// <summary>The side that calls: each way once.</summary>
public static class ShopClient
{
    public static async Task RunAsync(IpcEndpoint endpoint)
    {
        using var client = new IpcClient(endpoint);
        var connection = (await client.ConnectAsync()).Unwrap();

        // Echo, blocking: the shortest way there and back.
        var echo = connection.Call(ShopMethods.Echo, [1, 2, 3]).Unwrap();
        Say($"echo of {echo.Length} bytes");

        // Request and response. Through the client a broken connection is replaced.
        var receipt = (await client.CallAsync(ShopMethods.Place, OrderOf(1))).Unwrap();
        Say($"order {receipt.Order} costs {receipt.Total:0.00}");
        var refused = await client.CallAsync(ShopMethods.Place, new Order(2, "ada", [new("SOLD-OUT", 1, 1)]));
        Say($"refused with {(int)refused.Error!.Code}: {refused.Error.Message}");

        // Many items for one reply. WriteAsync waits while the server has enough.
        using (var upload = connection.Upload(ShopMethods.PlaceAll).Unwrap())
        {
            for (var number = 10; number < 20; number++) await upload.WriteAsync(OrderOf(number));
            Say($"ten orders cost {(await upload.CompleteAsync()).Unwrap().Total:0.00}");
        }

        // One request for many items. Leaving the loop early cancels the rest.
        var count = 0;
        await foreach (var order in connection.Stream(ShopMethods.OrdersOf, "ada"))
            if (order.Lines.Count > 0) count++;
        Say($"ada has {count} orders");

        // Not answered, and sent in order.
        connection.Send(ShopMethods.Note, "that was all");

        // A call that is no longer wanted: the handler's token fires.
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var audit = await connection.CallAsync(ShopMethods.Audit, "orders", patience.Token);
        Say($"audit: {audit.Error!.Code}");
    }

    private static Order OrderOf(long number) => new(number, "ada", [new("PEN", 2, 1.25), new("PAPER", 1, 4)]);

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
