using Trawl.Engine.Hosts;
using Trawl.Model.Plans;

namespace Trawl.Engine.Tests.Hosts;

public sealed class HostOrderTests
{
    [Fact]
    public void First_IsTheHostWhoseTimeComesFirst_AndTurnsAreTaken()
    {
        var order = new HostOrder();
        var hosts = Enumerable.Range(1, 3).Select(Host).ToArray();
        hosts[0].NextAllowedAt = DateTimeOffset.UnixEpoch.AddSeconds(1);
        Array.ForEach(hosts, host => order.Place(host, ready: true));

        var seen = new List<long>();
        for (var i = 0; i < 4; i++)
        {
            seen.Add(order.First!.Id);
            order.Place(order.First, ready: true);
        }

        Assert.Equal([2, 3, 2, 3], seen);
    }

    [Fact]
    public void Place_NotReady_TakesItOut()
    {
        var order = new HostOrder();
        var host = Host(1);
        order.Place(host, ready: true);
        host.NextAllowedAt = DateTimeOffset.MaxValue;

        order.Place(host, ready: false);

        Assert.Null(order.First);
    }

    private static HostQueue Host(int id) =>
        new() { Id = id, Name = $"http://h{id}", Throttle = new HostThrottle(new FetchPlan(), null, 0) };
}
