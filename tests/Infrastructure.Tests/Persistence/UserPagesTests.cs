using Investr.Application;
using Investr.Application.Users;
using Investr.Domain;
using Investr.Domain.Users;
using Investr.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class UserPagesTests
{
    [Fact]
    public async Task Pages_follow_each_other_in_both_directions()
    {
        await using var database = await WithUsersAsync("ada", "ben", "eve", "ida", "leo");

        var first = await ListAsync(database, new(First: 2));
        Assert.Equal(["leo", "ida"], NamesOf(first));
        Assert.Equal((true, false, 5), (first.HasNext, first.HasPrevious, first.TotalCount));

        var second = await ListAsync(database, new(First: 2, After: first.Items[^1].Cursor));
        Assert.Equal(["eve", "ben"], NamesOf(second));
        Assert.Equal((true, true), (second.HasNext, second.HasPrevious));

        var third = await ListAsync(database, new(First: 2, After: second.Items[^1].Cursor));
        Assert.Equal(["ada"], NamesOf(third));
        Assert.False(third.HasNext);

        var back = await ListAsync(database, new(First: null, Last: 2, Before: third.Items[0].Cursor));
        Assert.Equal(["eve", "ben"], NamesOf(back));
        Assert.Equal((true, true), (back.HasNext, back.HasPrevious));
    }

    [Fact]
    public async Task Those_who_join_meanwhile_do_not_move_the_pages()
    {
        await using var database = await WithUsersAsync("ada", "ben", "eve");
        var first = await ListAsync(database, new(First: 1));

        await AddAsync(database, "ida");

        Assert.Equal(["ben", "ada"], NamesOf(await ListAsync(database, new(First: 2, After: first.Items[0].Cursor))));
    }

    [Theory]
    [InlineData("BEN", "ben")]
    [InlineData("da@exam", "ida,ada")]
    [InlineData("%", "")]
    [InlineData("_", "")]
    [InlineData(" ", "ida,ben,ada")]
    public async Task A_search_looks_at_names_and_addresses(string search, string expected)
    {
        await using var database = await WithUsersAsync("ada", "ben", "ida");

        var page = await ListAsync(database, new(First: 10), search);

        Assert.Equal(expected, string.Join(',', NamesOf(page)));
        Assert.Equal(page.Items.Count, page.TotalCount);
    }

    [Fact]
    public async Task A_page_is_two_statements()
    {
        await using var database = await WithUsersAsync("ada", "ben", "eve");

        await ListAsync(database, new(First: 3));

        Assert.Equal(2, database.Statements.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("WzFd")]
    [InlineData("W10")]
    public async Task A_cursor_of_another_list_is_refused(string cursor)
    {
        await using var database = await WithUsersAsync("ada");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => ListAsync(database, new(First: 1, After: cursor)));

        Assert.Equal(["after"], Assert.Single(Assert.IsType<ValidationRefusal>(refused.Refusal).Faults).Path);
    }

    private static async Task<TemporaryDatabase> WithUsersAsync(params string[] names)
    {
        var database = await TemporaryDatabase.CreateAsync();
        foreach (var name in names) await AddAsync(database, name);
        database.Statements.Reset();
        return database;
    }

    private static async Task AddAsync(TemporaryDatabase database, string name)
    {
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var context = database.Context();
        context.Add(A.User(name, database.Clock.Now));
        await context.CommitAsync(default);
    }

    private static Task<Page<User>> ListAsync(TemporaryDatabase database, PageRequest page, string? search = null) =>
        database.InScopeAsync(services => services.GetRequiredService<IUserPages>().ListAsync(search, page, default));

    private static IEnumerable<string> NamesOf(Page<User> page) => page.Items.Select(item => item.Item.DisplayName);
}
