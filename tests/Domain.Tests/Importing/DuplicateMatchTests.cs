using Investr.Domain.Importing;
using Investr.Domain.Portfolios;
using Investr.TestKit;

namespace Investr.Domain.Tests.Importing;

public sealed class DuplicateMatchTests
{
    [Fact]
    public void The_same_entries_again_are_none_new()
    {
        var there = Entries(ledger => ledger.Deposits(100, "2024-01-02").Buys(2, "ACME", "2024-01-03", at: 10).IsPaid(1, "ACME", "2024-02-01"));
        var again = Entries(ledger => ledger.Deposits(100, "2024-01-02").Buys(2, "ACME", "2024-01-03", at: 10).IsPaid(1, "ACME", "2024-02-01"));

        Assert.Empty(Fresh(there, again));
    }

    [Fact]
    public void Two_equal_rows_of_one_file_are_both_taken_and_both_known_when_it_comes_again()
    {
        var two = Entries(ledger => ledger.Buys(2, "ACME", "2024-01-03", at: 10).Buys(2, "ACME", "2024-01-03", at: 10));

        Assert.Equal(two, Fresh([], two));
        Assert.Empty(Fresh(two, Entries(ledger => ledger.Buys(2, "ACME", "2024-01-03", at: 10).Buys(2, "ACME", "2024-01-03", at: 10))));
    }

    [Fact]
    public void Of_three_equal_rows_where_two_are_there_the_third_is_new()
    {
        var two = Entries(ledger => ledger.Deposits(5, "2024-01-02").Deposits(5, "2024-01-02"));
        var three = Entries(ledger => ledger.Deposits(5, "2024-01-02").Deposits(5, "2024-01-02").Deposits(5, "2024-01-02"));

        Assert.Equal([three[2]], Fresh(two, three));
    }

    [Fact]
    public void Whatever_happened_otherwise_is_new()
    {
        var there = Entries(ledger => ledger.Buys(2, "ACME", "2024-01-03", at: 10, fee: 1));
        Transaction[] others =
        [
            .. Entries(ledger => ledger.Buys(3, "ACME", "2024-01-03", at: 10, fee: 1)),
            .. Entries(ledger => ledger.Buys(2, "OTHER", "2024-01-03", at: 10, fee: 1)),
            .. Entries(ledger => ledger.Buys(2, "ACME", "2024-01-04", at: 10, fee: 1)),
            .. Entries(ledger => ledger.Buys(2, "ACME", "2024-01-03", at: 11, fee: 1)),
            .. Entries(ledger => ledger.Buys(2, "ACME", "2024-01-03", at: 10)),
            .. Entries(ledger => ledger.Buys(2, "ACME", "2024-01-03", at: 10, fee: 1, tax: 1)),
            .. Entries(ledger => ledger.Buys(2, "ACME", "2024-01-03", at: 10, fee: 1, @in: "EUR")),
            .. Entries(ledger => ledger.TransfersIn(2, "ACME", "2024-01-03", at: 10)),
        ];

        Assert.Equal(others, Fresh(there, others));
    }

    [Fact]
    public void Words_and_the_moment_of_recording_do_not_make_an_entry_another_one()
    {
        var there = Entries(ledger => ledger.Deposits(5, "2024-01-02"));
        Transaction[] again = [there[0] with { Id = TransactionId.New(new FakeClock().Now), Note = "again", RecordedBy = A.UserId("eve"), Sequence = 9 }];

        Assert.Empty(Fresh(there, again));
    }

    [Fact]
    public void An_external_id_alone_decides_where_there_is_one()
    {
        var deposit = Entries(ledger => ledger.Deposits(5, "2024-01-02"))[0];
        var (one, two) = (deposit with { ExternalId = "order-1" }, deposit with { ExternalId = "order-2" });

        // The same id with another amount is the same entry; another id, or none, with the same amount is not.
        Assert.Empty(Fresh([one], [one with { Note = "corrected since" }]));
        Assert.Equal([two, deposit], Fresh([one], [two, deposit]));
        Assert.Equal([two], Fresh([deposit], [two]));

        // Twice in one file it is taken once.
        Assert.Equal([two], Fresh([], [two, two]));
    }

    [Fact]
    public void A_sale_is_the_same_whichever_lots_it_names()
    {
        var ledger = A.Ledger().Buys(2, "ACME", "2024-01-03").Sells(1, "ACME", "2024-02-01", at: 5);
        var sale = (Sell)ledger.Last;

        var named = sale with { Lots = [new LotSelection(new LotId(Guid.Empty), 1)] };

        Assert.Empty(Fresh([named], [sale]));
    }

    private static IEnumerable<Transaction> Fresh(IReadOnlyList<Transaction> there, IReadOnlyList<Transaction> given) =>
        given.Zip(DuplicateMatch.Of(there, given)).Where(pair => pair.Second is null).Select(pair => pair.First);

    private static IReadOnlyList<Transaction> Entries(Action<LedgerBuilder> tell)
    {
        var ledger = A.Ledger();
        tell(ledger);
        return ledger.Ledger.Entries;
    }
}
