using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Calls;
using Investr.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Investr.Infrastructure.Tests.MarketData.Calls;

public sealed class SourceCallsTests
{
    private readonly FakeClock _clock = new();
    private readonly ScriptedSource _first;
    private readonly ScriptedSource _second;
    private readonly SourceCalls _calls;

    public SourceCallsTests()
    {
        (_first, _second) = (new ScriptedSource(_clock, "first"), new ScriptedSource(_clock, "second"));
        _calls = Calls(_first, _second);
    }

    [Fact]
    public async Task A_hundred_and_twenty_symbols_at_fifty_a_call_are_three_calls()
    {
        var answer = await QuotesAsync(Symbols(120));

        Assert.Equal((120, 3), (answer.Found.Count, answer.Calls));
        Assert.Equal([50, 50, 20], _first.Calls.Select(call => call.Length));
        Assert.Empty(_second.Calls);
    }

    [Fact]
    public async Task Just_what_one_does_not_have_goes_to_the_next()
    {
        _first.Lacks["B"] = SourceFault.NotFound;
        _first.Lacks["C"] = SourceFault.PlanRestricted;
        _second.Lacks["C"] = SourceFault.NotFound;

        var answer = await QuotesAsync("A", "B", "C");

        Assert.Equal(["B", "C"], Assert.Single(_second.Calls));
        Assert.Equal(["first", "second"], new[] { "A", "B" }.Select(symbol => answer.Found[SimulatedWorld.Id(symbol)].Source.Name));
        Assert.Equal([KeyValuePair.Create(SimulatedWorld.Id("C"), SourceFault.PlanRestricted)], answer.Faults);
    }

    [Fact]
    public async Task Each_source_is_asked_for_what_it_covers_side_by_side()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var coins = new ScriptedSource(_clock, "coins") { Covered = listing => listing.Symbol == "BTC" };
        var shares = new ScriptedSource(_clock, "shares") { Covered = listing => listing.Symbol != "BTC" };
        // The first of them answers only when the second has been asked.
        coins.Next(_ => entered.Task);
        shares.Next(_ =>
        {
            entered.SetResult();
            return Task.CompletedTask;
        });

        var answer = await Calls(coins, shares).GetQuotesAsync(Listings("BTC", "AAPL"), _ => true, Urgency.Interactive, CancellationToken.None);

        Assert.Equal(2, answer.Found.Count);
        Assert.Equal([["BTC"], ["AAPL"]], [coins.Calls[0], shares.Calls[0]]);
    }

    [Fact]
    public async Task Where_one_is_down_the_next_has_all()
    {
        _first.IsDown = true;

        var answer = await QuotesAsync("A", "B");

        Assert.All(answer.Found.Values, found => Assert.Equal("second", found.Source.Name));
        // Three attempts at the first.
        Assert.Equal(4, answer.Calls);
    }

    [Fact]
    public async Task Where_all_are_down_nothing_is_thrown_and_every_symbol_has_its_reason()
    {
        (_first.IsDown, _second.IsDown) = (true, true);

        var answer = await QuotesAsync("A", "B");

        Assert.Empty(answer.Found);
        Assert.Equal([SourceFault.Transient, SourceFault.Transient], answer.Faults.Values);
    }

    [Fact]
    public async Task A_batch_that_fails_for_one_symbol_is_halved_until_that_one_is_found()
    {
        var picky = new ScriptedSource(_clock, "picky");
        for (var i = 0; i < 3; i++) picky.NextFails(SourceFault.NotFound);
        // Eight, four of them, two of them, one of them: the first symbol is the one.
        picky.NextFails(SourceFault.NotFound);

        var answer = await Calls(picky).GetQuotesAsync(Listings(Symbols(8)), _ => true, Urgency.Interactive, CancellationToken.None);

        Assert.Equal([8, 4, 2, 1, 1, 2, 4], picky.Calls.Select(call => call.Length));
        Assert.Equal(SimulatedWorld.Id("S0"), Assert.Single(answer.Faults).Key);
        Assert.Equal(7, answer.Found.Count);
    }

    [Fact]
    public async Task Where_every_batch_fails_it_is_not_the_symbols()
    {
        var broken = new ScriptedSource(_clock, "broken");
        for (var i = 0; i < 100; i++) broken.NextFails(SourceFault.NotFound);

        var answer = await Calls(broken, _second).GetQuotesAsync(Listings(Symbols(48)), _ => true, Urgency.Interactive, CancellationToken.None);

        // log2 of 48 is 5.6: twice 6 batches are halved, each into two.
        Assert.Equal(1 + (2 * 12), broken.Calls.Count);
        Assert.All(answer.Found.Values, found => Assert.Equal("second", found.Source.Name));
    }

    [Fact]
    public async Task What_a_source_does_not_know_it_is_not_asked_for_again_that_day()
    {
        _first.Lacks["B"] = SourceFault.NotFound;
        await QuotesAsync("A", "B");
        await QuotesAsync("A", "B");

        Assert.Equal([["A", "B"], ["A"]], _first.Calls);
        _clock.Advance(TimeSpan.FromDays(1));
        await QuotesAsync("B");
        Assert.Equal(["B"], _first.Calls[^1]);
    }

    [Fact]
    public async Task A_quote_in_another_currency_is_the_next_sources_to_give()
    {
        _first.Alter = quote => quote with { Currency = Currency.Eur };

        var answer = await QuotesAsync("A");

        Assert.Equal("second", Assert.Single(answer.Found).Value.Source.Name);
    }

    [Fact]
    public async Task A_quote_that_cannot_be_true_is_the_next_sources_to_give()
    {
        _first.Alter = quote => quote with { Price = 0 };

        var answer = await _calls.GetQuotesAsync(
            Listings("A"), quote => quote.Price > 0, Urgency.Interactive, CancellationToken.None);

        Assert.Equal(("second", 100m), (answer.Found.Values.Single().Source.Name, answer.Found.Values.Single().Value.Price));
    }

    [Fact]
    public async Task What_a_source_passes_over_in_silence_is_missing()
    {
        var silent = new ScriptedSource(_clock) { Capabilities = new() { Actions = new Offer(10) } };

        var answer = await Calls(silent).GetActionsAsync(
            Listings("A"), new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 5), Urgency.Background, CancellationToken.None);

        Assert.Equal(SourceFault.NoData, answer.Faults[SimulatedWorld.Id("A")]);
    }

    [Fact]
    public async Task A_long_history_is_put_together_from_as_many_calls_as_it_takes()
    {
        var source = new ScriptedSource(_clock) { Capabilities = new() { History = new Offer(50) { DaysACall = 30 } } };
        var (from, to) = (new DateOnly(2024, 1, 1), new DateOnly(2024, 3, 30));

        var answer = await Calls(source).GetHistoryAsync(Listings("A", "B"), from, to, Urgency.Background, CancellationToken.None);

        // 31 + 29 + 30 = 90 days.
        Assert.Equal(3, answer.Calls);
        Assert.All(answer.Found.Values, found => Assert.Equal(90, found.Value.Closes.Points.Count));
    }

    [Fact]
    public async Task Who_covers_it_not_is_not_asked()
    {
        var none = new ScriptedSource(_clock) { Covered = _ => false };

        var answer = await Calls(none).GetQuotesAsync(Listings("A"), _ => true, Urgency.Interactive, CancellationToken.None);

        Assert.Equal((SourceFault.NotFound, 0), (answer.Faults.Values.Single(), answer.Calls));
    }

    [Fact]
    public async Task Rates_come_from_the_first_source_that_answers()
    {
        _first.IsDown = true;

        var answer = await _clock.PassUntilAsync(
            _calls.GetRatesAsync(new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 5), Urgency.Background, CancellationToken.None));

        Assert.Equal(("second", 1), (answer.Source, answer.Rates.Count));
    }

    private SourceCalls Calls(params IMarketDataSource[] sources) => new(sources, _clock, NullLogger<SourceCalls>.Instance);

    private Task<BulkAnswer<Quote>> QuotesAsync(params string[] symbols) => _clock.PassUntilAsync(
        _calls.GetQuotesAsync(Listings(symbols), _ => true, Urgency.Interactive, CancellationToken.None));

    private static string[] Symbols(int count) => [.. Enumerable.Range(0, count).Select(number => $"S{number}")];

    private static IEnumerable<Listing> Listings(params string[] symbols) => symbols.Select(SimulatedWorld.Listing);
}
