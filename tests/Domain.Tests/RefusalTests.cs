using Investr.Domain.Importing;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.TestKit;

namespace Investr.Domain.Tests;

public sealed class RefusalTests
{
    private static readonly Refusal[] Every =
    [
        new ValidationRefusal("quantity", "A quantity is positive."),
        new NotFound("portfolio"),
        new Conflict("The portfolio was changed."),
        new InsufficientQuantity(default, A.AssetId("ACME"), A.Day("2024-03-01"), 2, 3) { Symbol = "ACME" },
        new InvalidCredentials(),
        new AccountLocked(new FakeClock().Now),
        new EmailTaken(EmailAddress.Parse("ada@example.com")),
        new LastAdministrator(),
        new ImportRefused([new(3, "quantity", "A quantity is positive.")]),
    ];

    [Fact]
    public void Each_has_a_code_of_its_own_in_upper_snake_case()
    {
        Assert.Equal(Every.Length, Every.Select(refusal => refusal.Code).Distinct().Count());
        Assert.All(Every, refusal => Assert.Matches("^[A-Z]+(_[A-Z]+)*$", refusal.Code));
    }

    [Fact]
    public void Each_says_why_in_a_sentence() =>
        Assert.All(Every, refusal => Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal));

    [Fact]
    public void All_that_can_be_refused_is_in_this_list() =>
        Assert.Equal(
            typeof(Refusal).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal))).Select(type => type.Name).Order(),
            Every.Select(refusal => refusal.GetType().Name).Order());

    [Fact]
    public void A_sale_of_too_much_names_the_amounts_and_the_day() =>
        Assert.Equal("3 of ACME asked for, but only 2 free on 2024-03-01.", Every[3].Message);

    [Fact]
    public void An_exception_carries_every_reason()
    {
        var refused = new RefusedException(Every);

        Assert.Same(Every[0], refused.Refusal);
        Assert.Equal(Every, refused.Refusals);
        Assert.Throws<ArgumentException>(() => new RefusedException([]));
    }
}
