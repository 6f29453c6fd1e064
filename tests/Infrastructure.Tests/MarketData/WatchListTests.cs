using Investr.Infrastructure.MarketData;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class WatchListTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void Who_came_first_stays_when_there_is_no_room()
    {
        var list = new WatchList(2, _clock);
        list.Renew([Listing("B")]);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([Listing("B"), Listing("A")], list.Renew([Listing("A"), Listing("B"), Listing("C")]));
        Assert.Null(list.Find(SimulatedWorld.Id("C")));
    }

    [Fact]
    public void What_is_no_longer_watched_lingers_for_half_a_minute()
    {
        var list = new WatchList(2, _clock);
        list.Renew([Listing("A"), Listing("B")]);

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal([Listing("A"), Listing("B")], list.Renew([Listing("B")]));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([Listing("B")], list.Renew([Listing("B")]));
    }

    private static Listing Listing(string symbol) => SimulatedWorld.Listing(symbol);
}
