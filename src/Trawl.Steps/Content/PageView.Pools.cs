using System.Text.Json;
using Trawl.Steps.Selecting;
using Trawl.Steps.Values;

namespace Trawl.Steps.Content;

/// <content>Lists that selectors and fields borrow and give back.</content>
internal sealed partial class PageView
{
    private const int MostKept = 4096;

    private readonly Stack<List<int>> _freeNodes = new();
    private readonly Stack<List<Found>> _freeFound = new();
    private readonly Stack<List<RawValue>> _freeRaw = new();
    private readonly Stack<List<JsonElement>> _freeJson = new();

    public List<int> RentNodes() => Rent(_freeNodes);

    public List<Found> RentFound() => Rent(_freeFound);

    public List<RawValue> RentRaw() => Rent(_freeRaw);

    public List<JsonElement> RentJson() => Rent(_freeJson);

    public void Return(List<int> list) => Return(_freeNodes, list);

    public void Return(List<Found> list) => Return(_freeFound, list);

    public void Return(List<RawValue> list) => Return(_freeRaw, list);

    public void Return(List<JsonElement> list) => Return(_freeJson, list);

    private static List<T> Rent<T>(Stack<List<T>> free) => free.TryPop(out var list) ? list : [];

    // A list that one huge page blew up is not worth keeping.
    private static void Return<T>(Stack<List<T>> free, List<T> list)
    {
        list.Clear();
        if (list.Capacity <= MostKept) free.Push(list);
    }
}
