using Investr.Domain.Market;
using Investr.Domain.Users;
using Investr.Domain.Watchlists;
using Investr.TestKit;

namespace Investr.Domain.Tests.Watchlists;

public sealed class WatchlistTests
{
    private static readonly AssetId[] Assets = [A.AssetId("ACME"), A.AssetId("BOLT"), A.AssetId("CORE")];

    [Fact]
    public void What_is_on_it_keeps_its_place_and_what_is_new_comes_last()
    {
        var list = List("  Ideas ", Assets[0], Assets[1], Assets[0]);
        Assert.Equal("Ideas", list.Name);
        Assert.Equal(Assets[..2], list.Assets);

        list.Change("Ideas", [Assets[2], Assets[1]]);
        Assert.Equal([Assets[1], Assets[2]], list.Assets);

        list.Change("Ideas", [Assets[2], Assets[1], Assets[0]]);
        Assert.Equal([Assets[1], Assets[2], Assets[0]], list.Assets);
    }

    [Fact]
    public void Every_fault_is_told_and_nothing_is_changed()
    {
        var list = List("Ideas", Assets[0]);
        var many = Enumerable.Range(0, Watchlist.MaxAssets + 1).Select(number => A.AssetId($"A{number}")).ToArray();

        var refused = Assert.Throws<RefusedException>(() => list.Change(" ", many));

        Assert.Equal(["name", "symbols"], ((ValidationRefusal)refused.Refusal).Faults.Select(fault => fault.Path[0]));
        Assert.Equal(("Ideas", Assets[0]), (list.Name, Assert.Single(list.Assets)));
        Assert.NotNull(Watchlist.RefusalOf(new string('x', Watchlist.MaxNameLength + 1), 0));
        Assert.Null(Watchlist.RefusalOf(new string('x', Watchlist.MaxNameLength), Watchlist.MaxAssets));
    }

    private static Watchlist List(string name, params AssetId[] assets) =>
        Watchlist.Create(new UserId(Guid.Empty), name, assets, new FakeClock().Now);
}
