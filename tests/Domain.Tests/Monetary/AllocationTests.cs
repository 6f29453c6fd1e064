using FsCheck;
using FsCheck.Fluent;
using Investr.Domain.Monetary;

namespace Investr.Domain.Tests.Monetary;

public sealed class AllocationTests
{
    [Fact]
    public void A_hundred_in_three_equal_parts_gives_the_odd_cent_to_the_first()
    {
        var parts = Allocation.Split(new Money(100m, Currency.Usd), [1, 1, 1]);

        // 33.333… each: 33.33 three times leaves one cent.
        Assert.Equal([33.34m, 33.33m, 33.33m], parts.Select(part => part.Amount));
    }

    [Fact]
    public void The_largest_remainder_gets_the_step()
    {
        // 10 by 5:3:1 is 5.55…, 3.33…, 1.11…: whole parts 5, 3, 1 leave 1, and .55 is the largest remainder.
        Assert.Equal([6m, 3m, 1m], Allocation.Split(10, [5, 3, 1], places: 0));
    }

    [Fact]
    public void A_debt_is_split_like_an_asset() =>
        Assert.Equal([-33.34m, -33.33m, -33.33m], Allocation.Split(-100m, [1, 1, 1], places: 2));

    [Fact]
    public void Weights_of_nothing_split_nothing()
    {
        Assert.Throws<ArgumentException>(() => Allocation.Split(1, [0, 0], places: 2));
        Assert.Throws<ArgumentException>(() => Allocation.Split(1, [2, -1], places: 2));
        Assert.Throws<ArgumentException>(() => Allocation.Split(1.001m, [1, 1], places: 2));
    }

    [Fact]
    public void The_parts_always_add_up() =>
        Prop.ForAll<int, NonEmptyArray<PositiveInt>>((cents, weights) =>
        {
            var total = cents / 100m;
            var parts = Allocation.Split(total, [.. weights.Get.Select(weight => (decimal)weight.Get)], places: 2);
            return parts.Sum() == total;
        }).QuickCheckThrowOnFailure();
}
