using Investr.Domain.Portfolios;
using Investr.TestKit;

namespace Investr.Domain.Tests.Portfolios;

public sealed class VoidingTests
{
    private static readonly DateTimeOffset Now = new FakeClock().Now;

    [Fact]
    public void A_voided_entry_counts_no_longer_and_stays_to_be_read()
    {
        var ledger = A.Ledger().Deposits(100, "2024-01-02").Deposits(50, "2024-01-03");
        var voiding = new Voiding(ledger.Last.Id, Now, A.UserId("ada"), "Entered twice");

        Assert.Equal(ledger.Last, ledger.Ledger.Void(voiding));

        Assert.Equal(2, ledger.Ledger.Entries.Count);
        Assert.Equal(100m, Assert.Single(ledger.Positions().Cash).Amount);
        Assert.Equal([voiding], ledger.Ledger.Voidings);
    }

    [Fact]
    public void A_purchase_whose_units_were_sold_cannot_be_voided()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02");
        var purchase = ledger.Last.Id;
        ledger.Buys(3, "ACME", "2024-01-03").Sells(5, "ACME", "2024-02-01");

        var refused = Assert.Throws<RefusedException>(() => ledger.Ledger.Void(Of(purchase)));

        // Without the 10, the 3 are there for the sale of 5.
        var refusal = Assert.IsType<InsufficientQuantity>(refused.Refusal);
        Assert.Equal((ledger.Last.Id, A.Day("2024-02-01"), 3m, 5m), (refusal.Entry, refusal.On, refusal.Held.Units, refusal.Asked.Units));
        Assert.Empty(ledger.Ledger.Voidings);
    }

    [Fact]
    public void What_is_unknown_corrected_or_voided_already_cannot_be_voided()
    {
        var ledger = A.Ledger().Deposits(100, "2024-01-02");
        var first = (Deposit)ledger.Last;
        ledger.Records(first with { Id = TransactionId.New(Now), Amount = 90, Supersedes = first.Id });
        var second = ledger.Last.Id;

        Assert.IsType<NotFound>(Assert.Single(ledger.Ledger.RefusalsOf(Of(TransactionId.New(Now)))));
        Assert.IsType<Conflict>(Assert.Single(ledger.Ledger.RefusalsOf(Of(first.Id))));
        ledger.Ledger.Void(Of(second));
        Assert.IsType<Conflict>(Assert.Single(ledger.Ledger.RefusalsOf(Of(second))));
        Assert.IsType<Conflict>(ledger.Ledger.RefusalOf(first with { Id = TransactionId.New(Now), Supersedes = second }));

        // What the voided correction had corrected does not come back.
        Assert.Empty(ledger.Ledger.Current);
    }

    [Fact]
    public void A_reason_is_no_novel()
    {
        var ledger = A.Ledger().Deposits(100, "2024-01-02");
        var refusals = ledger.Ledger.RefusalsOf(Of(ledger.Last.Id) with { Reason = new string('x', Voiding.MaxReasonLength + 1) });

        Assert.IsType<ValidationRefusal>(Assert.Single(refusals));
    }

    [Fact]
    public void A_portfolio_remembers_what_was_voided_and_its_version_rises()
    {
        var portfolio = A.Portfolio().With(ledger => ledger.Deposits(100, "2024-01-02")).Build();
        var (version, voiding) = (portfolio.Version, Of(portfolio.Transactions[0].Id));

        portfolio.Ledger.Void(voiding);
        Assert.Equal((version + 1, voiding), (portfolio.Version, Assert.Single(portfolio.Voidings)));

        portfolio.Recall([.. portfolio.Transactions], [.. portfolio.Voidings]);
        Assert.Empty(portfolio.Ledger.Current);
    }

    private static Voiding Of(TransactionId entry) => new(entry, Now, By: null, Reason: null);
}
