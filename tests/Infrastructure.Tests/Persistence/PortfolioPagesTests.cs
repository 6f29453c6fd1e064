using Investr.Application.Portfolios;
using Investr.Domain.Portfolios;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class PortfolioPagesTests
{
    [Fact]
    public async Task Everybody_sees_what_they_own_and_what_is_shared_with_them()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var eve = await investor.SignUpAsync("eve");
        var shared = await investor.CreatePortfolioAsync();
        investor.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        var own = await investor.CreatePortfolioAsync();
        await using (var context = investor.Database.Context())
        {
            (await context.Portfolios.SingleAsync(portfolio => portfolio.Id == shared)).Share(eve.Id, AccessLevel.Viewer);
            await context.SaveChangesAsync();
        }

        var ofAda = await investor.SendAsync(new ListPortfolios(new(First: 10)));
        investor.ActAs(eve);
        var ofEve = await investor.SendAsync(new ListPortfolios(new(First: 10)));

        Assert.Equal([shared, own], ofAda.Items.Select(item => item.Item.Id));
        Assert.Equal([shared], ofEve.Items.Select(item => item.Item.Id));
        Assert.Equal([new PortfolioMember(eve.Id, AccessLevel.Viewer)], ofEve.Items[0].Item.Members);
    }

    [Fact]
    public async Task A_share_can_be_changed_and_ended()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var eve = await investor.SignUpAsync("eve");
        var id = await investor.CreatePortfolioAsync();

        Assert.Equal(AccessLevel.Viewer, await AfterAsync(portfolio => portfolio.Share(eve.Id, AccessLevel.Viewer)));
        Assert.Equal(AccessLevel.Editor, await AfterAsync(portfolio => portfolio.Share(eve.Id, AccessLevel.Editor)));
        Assert.Null(await AfterAsync(portfolio => portfolio.Unshare(eve.Id)));

        async Task<AccessLevel?> AfterAsync(Action<Portfolio> change)
        {
            await using (var context = investor.Database.Context())
            {
                change(await context.Portfolios.SingleAsync(portfolio => portfolio.Id == id));
                await context.SaveChangesAsync();
            }

            return (await investor.SendAsync(new GetPortfolio(id))).AccessOf(eve.Id);
        }
    }

    [Fact]
    public async Task Pages_of_portfolios_join()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        List<PortfolioId> made = [];
        for (var i = 0; i < 5; i++)
        {
            made.Add(await investor.CreatePortfolioAsync());
            investor.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await investor.SendAsync(new ListPortfolios(new(First: 2)));
        var rest = await investor.SendAsync(new ListPortfolios(new(First: 5, After: first.Items[^1].Cursor)));

        Assert.Equal(made, first.Items.Concat(rest.Items).Select(item => item.Item.Id));
        Assert.Equal((5, true, false), (first.TotalCount, first.HasNext, rest.HasNext));
    }

    [Fact]
    public async Task A_portfolio_left_without_a_currency_has_its_owner_s()
    {
        await using var investor = await InvestorDatabase.CreateAsync();

        var portfolio = await investor.SendAsync(new CreatePortfolio("  Savings  "));

        Assert.Equal(("Savings", investor.Ada.BaseCurrency, investor.Ada.Id), (portfolio.Name, portfolio.BaseCurrency, portfolio.OwnerId));
    }
}
