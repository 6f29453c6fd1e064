using Investr.Infrastructure.MarketData;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class ListingBookTests
{
    private readonly SimulatedWorld _world = new();
    private readonly CatalogueListings _store = new();

    [Fact]
    public async Task Listings_and_their_absence_are_remembered_for_a_minute()
    {
        var book = new ListingBook(_store, _world.Clock);
        var asked = SimulatedWorld.Ids("AAPL", "HOUSE");

        var first = await book.ReadAsync(asked, default);
        _world.Clock.Advance(TimeSpan.FromSeconds(59));
        var second = await book.ReadAsync(asked, default);

        Assert.Equal("AAPL", Assert.Single(first).Symbol);
        Assert.Equal(first, second);
        Assert.Equal(1, _store.Statements);

        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await book.ReadAsync(asked, default);

        Assert.Equal(2, _store.Statements);
    }

    [Fact]
    public async Task Only_what_is_not_known_yet_is_read()
    {
        var book = new ListingBook(_store, _world.Clock);
        await book.ReadAsync(SimulatedWorld.Ids("AAPL"), default);

        var both = await book.ReadAsync(SimulatedWorld.Ids("MSFT", "AAPL"), default);

        Assert.Equal(["MSFT", "AAPL"], both.Select(listing => listing.Symbol));
        Assert.Equal(2, _store.Statements);
    }
}
