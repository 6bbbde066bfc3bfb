using Trawl.Ipc;
using Trawl.Ipc.Codecs;

namespace Shop;

/// <summary>What both sides know: numbers and codecs.</summary>
public static class ShopMethods
{
    public const int NoStock = (int)IpcErrorCode.ApplicationBase + 1;

    /// <summary>Bytes there and back.</summary>
    public static readonly IpcMethod<byte[], byte[]> Echo = new(1, IpcCodecs.Array, IpcCodecs.Array) { IsIdempotent = true };

    /// <summary>One request, one reply: a hand-made codec one way, source-generated JSON the other.</summary>
    public static readonly IpcMethod<Order, Receipt> Place = new(2, new OrderCodec(), IpcCodecs.Json(ShopJson.Default.Receipt))
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>One request, many items.</summary>
    public static readonly IpcMethod<string, Order> OrdersOf = new(3, IpcCodecs.Text, new OrderCodec());

    /// <summary>Many items, one reply.</summary>
    public static readonly IpcMethod<Order, Receipt> PlaceAll = new(4, new OrderCodec(), IpcCodecs.Json(ShopJson.Default.Receipt));

    /// <summary>Takes until it is cancelled.</summary>
    public static readonly IpcMethod<string, IpcNothing> Audit = new(5, IpcCodecs.Text, IpcCodecs.Nothing);

    /// <summary>Is not answered.</summary>
    public static readonly IpcMethod<string, IpcNothing> Note = new(6, IpcCodecs.Text, IpcCodecs.Nothing);
}
