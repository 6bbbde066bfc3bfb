using System.Collections.Concurrent;
using Trawl.Ipc;
using Trawl.Ipc.Codecs;

namespace Shop;

/// <summary>The side that serves.</summary>
public sealed class ShopServer
{
    private readonly ConcurrentDictionary<long, Order> _orders = new();

    public IpcServer Listen(IpcEndpoint endpoint) => IpcServer.Listen(endpoint, Handlers(), new IpcServerOptions { Label = "shop" });

    private IpcHandlers Handlers() => new IpcHandlers()
        .OnInline(ShopMethods.Echo, bytes => bytes)
        .OnCall(ShopMethods.Place, (order, _) => ValueTask.FromResult(Place(order)))
        .OnStream(ShopMethods.OrdersOf, OrdersOfAsync)
        .OnUpload(ShopMethods.PlaceAll, PlaceAllAsync)
        .OnCall(ShopMethods.Audit, AuditAsync)
        .OnCall(ShopMethods.Note, (text, _) =>
        {
            Console.WriteLine($"note: {text}");
            return ValueTask.FromResult<IpcResult<IpcNothing>>(default(IpcNothing));
        });

    // A failure that the caller should act on is a value with a code of the application's own.
    private IpcResult<Receipt> Place(Order order)
    {
        if (order.Lines.Any(line => line.Sku == "SOLD-OUT"))
            return new IpcError((IpcErrorCode)ShopMethods.NoStock, "SOLD-OUT is sold out; leave it away.");
        _orders[order.Number] = order;
        return new Receipt(order.Number, order.Total);
    }

    private async ValueTask<IpcError?> OrdersOfAsync(string customer, IpcStreamWriter<Order> to, IpcCall call)
    {
        foreach (var order in _orders.Values.Where(order => order.Customer == customer).OrderBy(order => order.Number))
            if (await to.WriteAsync(order, call.Cancellation) is { } error) return error;
        return null;
    }

    private async ValueTask<IpcResult<Receipt>> PlaceAllAsync(IAsyncEnumerable<Order> orders, IpcCall call)
    {
        var total = 0.0;
        await foreach (var order in orders.WithCancellation(call.Cancellation))
        {
            if (!Place(order).TryGet(out var receipt, out var error)) return error;
            total += receipt.Total;
        }

        return new Receipt(0, total);
    }

    private static async ValueTask<IpcResult<IpcNothing>> AuditAsync(string what, IpcCall call)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, call.Cancellation);
        }
        finally
        {
            Console.WriteLine($"audit of {what} stopped");
        }

        return default(IpcNothing);
    }
}
