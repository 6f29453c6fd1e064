using Investr.Domain.Market;
using Investr.Domain.Market.Calendars;
using Investr.TestKit;

namespace Investr.Domain.Tests.Market;

public sealed class MarketDataRunTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 12, 21, 0, 0, TimeSpan.Zero);
    private static readonly AssetId Last = AssetId.New(Now);

    [Fact]
    public void A_run_in_which_all_came_has_succeeded()
    {
        var run = Begun(asked: 100);
        run.NoteRates(calls: 1, failure: null);
        run.Note(new(Updated: 100, [], Calls: 2), Last);
        run.Finish(Now);

        // 100 assets, one call each, and the 3 calls that were made.
        Assert.Equal((RunStatus.Succeeded, 100, 3, 97, null), (run.Status, run.AssetsUpdated, run.ProviderCalls, run.CallsSaved, run.Message));
        Assert.Null(run.Turn);
    }

    [Fact]
    public void A_run_in_which_some_did_not_come_is_partial_and_names_them()
    {
        var run = Begun(asked: 3);
        run.Note(new(Updated: 1, [new("IBM", "x does not answer."), new("SAP", "x does not answer.")], Calls: 1), Last);
        run.Finish(Now);

        Assert.Equal((RunStatus.Partial, 2), (run.Status, run.AssetsFailed));
        Assert.Equal("Not updated: IBM, SAP. x does not answer.", run.Message);
    }

    [Fact]
    public void A_run_in_which_nothing_came_has_failed()
    {
        var run = Begun(asked: 1);
        run.Note(new(Updated: 0, [new("IBM", "x does not answer.")], Calls: 1), Last);
        run.Finish(Now);

        Assert.Equal(RunStatus.Failed, run.Status);
    }

    [Fact]
    public void Failures_are_counted_all_and_named_up_to_a_bound()
    {
        var run = Begun(asked: 2_000);
        for (var stretch = 0; stretch < 2; stretch++)
            run.Note(new(Updated: 0, [.. Enumerable.Range(0, 1_000).Select(place => new RunFailure($"S{stretch}{place}", "No."))], Calls: 1), Last);
        run.Finish(Now);

        Assert.Equal((2_000, MarketDataRun.MostNamed), (run.AssetsFailed, run.Failures.Count));
        Assert.Contains("and 1990 more", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_rates_alone_make_a_run_partial()
    {
        var run = Begun(asked: 1);
        run.NoteRates(calls: 1, failure: "x does not answer.");
        run.Note(new(Updated: 1, [], Calls: 1), Last);
        run.Finish(Now);

        Assert.Equal((RunStatus.Partial, "Not updated: exchange rates. x does not answer."), (run.Status, run.Message));
    }

    [Fact]
    public void A_source_adds_splits_on_days_that_have_none_and_leaves_the_others()
    {
        var asset = Asset.Listed(Last, new("ACME", "Acme", AssetType.Stock, Investr.Domain.Monetary.Currency.Usd)
        {
            Splits = [new(A.Day("2020-08-31"), new(4, 1))],
        });

        var learned = asset.Learn([new(A.Day("2020-08-31"), new(5, 1)), new(A.Day("2014-06-09"), new(7, 1))]);

        Assert.True(learned);
        Assert.Equal([new(A.Day("2014-06-09"), new(7, 1)), new AssetSplit(A.Day("2020-08-31"), new(4, 1))], asset.Splits);
        Assert.False(asset.Learn([new(A.Day("2014-06-09"), new(7, 1))]));
    }

    private static MarketDataRun Begun(int asked)
    {
        var run = MarketDataRun.AfterClose(TradingCalendars.EveryDay, A.Day("2024-06-11"), Now);
        run.Expect(asked);
        return run;
    }
}
