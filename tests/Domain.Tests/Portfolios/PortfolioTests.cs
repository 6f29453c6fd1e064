using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.TestKit;

namespace Investr.Domain.Tests.Portfolios;

public sealed class PortfolioTests
{
    [Fact]
    public void Every_change_raises_the_version()
    {
        var portfolio = A.Portfolio().Build();
        var versions = new List<long> { portfolio.Version };

        Action[] changes =
        [
            () => portfolio.Describe("Pension", "For later"),
            () => portfolio.MatchLotsBy(CostBasisMethod.Average),
            () => portfolio.Share(A.UserId("bob"), AccessLevel.Viewer),
            () => portfolio.Unshare(A.UserId("bob")),
            () => portfolio.Ledger.Record(A.Ledger().Deposits(1, "2024-01-02").Last),
        ];
        foreach (var change in changes)
        {
            change();
            versions.Add(portfolio.Version);
        }

        Assert.Equal([1, 2, 3, 4, 5, 6], versions);
    }

    [Fact]
    public void A_refused_entry_leaves_the_version_alone()
    {
        var portfolio = A.Portfolio().Build();
        var sale = A.Ledger().Buys(1, "ACME", "2024-01-02").Sells(1, "ACME", "2024-01-03").Last;

        Assert.Throws<RefusedException>(() => portfolio.Ledger.Record(sale));
        Assert.Equal(1, portfolio.Version);
    }

    [Fact]
    public void What_the_ledger_records_are_the_transactions_of_the_portfolio()
    {
        var portfolio = A.Portfolio().With(ledger => ledger.Deposits(100, "2024-01-02").Buys(1, "ACME", "2024-01-03")).Build();

        Assert.Equal(portfolio.Ledger.Entries, portfolio.Transactions);
        Assert.Equal(2, portfolio.Transactions.Count);
    }

    [Fact]
    public void A_stranger_has_no_access_and_a_member_what_was_given()
    {
        var portfolio = A.Portfolio().Of("ada").Build();

        Assert.Equal(AccessLevel.Owner, portfolio.AccessOf(A.UserId("ada")));
        Assert.Null(portfolio.AccessOf(A.UserId("bob")));

        portfolio.Share(A.UserId("bob"), AccessLevel.Viewer);
        portfolio.Share(A.UserId("bob"), AccessLevel.Editor);
        Assert.Equal([new PortfolioMember(A.UserId("bob"), AccessLevel.Editor)], portfolio.Members);
    }

    [Fact]
    public void There_is_one_owner_and_no_unsharing_with_a_stranger()
    {
        var portfolio = A.Portfolio().Of("ada").Build();

        Assert.IsType<ValidationRefusal>(Refusal(() => portfolio.Share(A.UserId("bob"), AccessLevel.Owner)));
        Assert.IsType<ValidationRefusal>(Refusal(() => portfolio.Share(A.UserId("ada"), AccessLevel.Viewer)));
        Assert.IsType<NotFound>(Refusal(() => portfolio.Unshare(A.UserId("bob"))));
        Assert.IsType<ValidationRefusal>(Refusal(() => portfolio.Unshare(A.UserId("ada"))));
    }

    [Fact]
    public void Members_are_no_more_than_the_most_and_each_can_still_be_given_other_access()
    {
        var portfolio = A.Portfolio().Of("ada").Build();
        for (var i = 0; i < Portfolio.MaxMembers; i++) portfolio.Share(A.UserId($"member {i}"), AccessLevel.Viewer);

        Assert.IsType<ValidationRefusal>(Refusal(() => portfolio.Share(A.UserId("bob"), AccessLevel.Viewer)));

        portfolio.Share(A.UserId("member 7"), AccessLevel.Editor);
        Assert.Equal(AccessLevel.Editor, portfolio.AccessOf(A.UserId("member 7")));
    }

    [Fact]
    public void All_faults_of_a_description_are_told_at_once()
    {
        var refusal = Refusal(() => Portfolio.Create(
            A.UserId("ada"), " ", new string('x', Portfolio.MaxDescriptionLength + 1), Currency.Usd, CostBasisMethod.Fifo,
            new FakeClock().Now));

        Assert.Equal(["name", "description"], Assert.IsType<ValidationRefusal>(refusal).Faults.Select(fault => fault.Path[0]));
    }

    private static Refusal Refusal(Action act) => Assert.Throws<RefusedException>(act).Refusal;
}
