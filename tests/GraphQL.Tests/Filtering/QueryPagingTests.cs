using System.Text.Json;
using Investr.GraphQL.Tests.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Filtering;

/// <summary>What reaches the database of a list that is paged, projected or cut to one item: the rows that are needed, and no more.</summary>
public sealed class QueryPagingTests
{
    private static async Task<(JsonElement Data, IReadOnlyList<string> Sent, string Json)> Ask(string query)
    {
        await using var services = await Shop.OpenAsync(typeof(PageQueries), typeof(BookNotes));
        await using var scope = services.CreateAsyncScope();
        using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, query);
        var json = result.ToJson();
        using var read = JsonDocument.Parse(json);
        var sent = scope.ServiceProvider.GetRequiredService<Shop>().Sent.Where(text => text.Contains("SELECT", StringComparison.Ordinal));
        return (read.RootElement.TryGetProperty("data", out var data) ? data.Clone() : default, [.. sent], json);
    }

    // The rows that the database handed over, counted by who reads them.
    private static async Task<int> RowsOf(string query)
    {
        await using var services = await Shop.OpenAsync(typeof(PageQueries));
        await using var scope = services.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<Shop>();
        using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, query);
        return shop.Rows;
    }

    private static string Ids(JsonElement connection) =>
        string.Join(' ', connection.GetProperty("nodes").EnumerateArray().Select(book => book.GetProperty("id").GetInt32()));

    [QueryType]
    public static class PageQueries
    {
        [UsePaging(ConnectionName = "Unsorted")]
        public static IQueryable<Book> Unsorted(Shop shop) => shop.Books.AsNoTracking();

        [UsePaging(ConnectionName = "Chosen")]
        [UseProjection]
        [UseFiltering]
        [UseSorting]
        public static IQueryable<Book> Chosen(Shop shop) => shop.Books.AsNoTracking().OrderByDescending(book => book.Pages);

        [UseProjection]
        [UseFiltering]
        public static IQueryable<Book> Slim(Shop shop) => shop.Books.AsNoTracking().OrderBy(book => book.Id);

        [UseFirstOrDefault]
        [UseFiltering]
        [UseSorting]
        public static IQueryable<Book> First(Shop shop) => shop.Books.AsNoTracking();

        [UseSingleOrDefault]
        [UseProjection]
        [UseFiltering]
        public static IQueryable<Book> Only(Shop shop) => shop.Books.AsNoTracking();

        [UsePaging(ConnectionName = "Own")]
        [UseFiltering]
        [UseSorting]
        public static async Task<Page<Book>> OwnAsync(
            Shop shop, PagingArguments paging, QueryContext<Book> query, CancellationToken cancellationToken) =>
            await shop.Books.AsNoTracking()
                .With(query, sort => sort.IfEmpty(by => by.AddDescending(book => book.Pages)).AddAscending(book => book.Id))
                .ToPageAsync(paging, cancellationToken);

        [UseProjection]
        public static async Task<List<Book>> AllAsync(Shop shop, QueryContext<Book> query, CancellationToken cancellationToken) =>
            await shop.Books.AsNoTracking().With(query).ToListAsync(cancellationToken);
    }

    [ExtendObjectType<Book>]
    public static class BookNotes
    {
        public static string GetLabel([Parent(nameof(Book.Title))] Book book) => $"{book.Title} {book.Pages}";

        public static string GetWhole([Parent] Book book) => $"{book.Title} {book.Pages}";
    }

    [Fact]
    public async Task A_page_reads_one_row_more_than_it_has()
    {
        var (data, sent, _) = await Ask("{ unsorted(first: 2) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }");

        Assert.Equal("1 2", Ids(data.GetProperty("unsorted")));
        Assert.Equal("""{"hasNextPage":true,"hasPreviousPage":false}""", data.GetProperty("unsorted").GetProperty("pageInfo").GetRawText());
        var select = Assert.Single(sent);
        Assert.Contains("ORDER BY \"b\".\"Id\"", select, StringComparison.Ordinal);
        Assert.Contains("LIMIT @", select, StringComparison.Ordinal);
        Assert.Equal(3, await RowsOf("{ unsorted(first: 2) { nodes { id } } }"));
        Assert.Equal(4, await RowsOf("{ unsorted(first: 50) { nodes { id } } }"));
    }

    // By pages, the most first: 2 Middlemarch 880, then 1 Emma and 4 Experience 474 each, then 3 Walden 352.
    [Theory]
    [InlineData("", "2 1 4 3")]
    [InlineData("order: [{ pages: ASC }]", "3 1 4 2")]
    [InlineData("order: [{ title: DESC }]", "3 2 4 1")]
    [InlineData("order: [{ subtitle: ASC }]", "1 4 2 3")]
    [InlineData("order: [{ subtitle: DESC }]", "3 2 1 4")]
    [InlineData("order: [{ rating: ASC }]", "3 4 1 2")]
    [InlineData("order: [{ rating: DESC }]", "2 1 4 3")]
    [InlineData("order: [{ published: ASC }]", "1 4 3 2")]
    [InlineData("order: [{ genre: DESC }, { isLent: ASC }]", "3 4 2 1")]
    [InlineData("order: [{ author: { name: DESC } }]", "2 1 3 4")]
    [InlineData("where: { pages: { lt: 800 } }", "1 4 3")]
    public async Task From_page_to_page_every_item_comes_once_in_its_order_forwards_and_backwards(string arguments, string ids)
    {
        foreach (var field in new[] { "chosen", "own" })
        {
            var (forwards, backwards) = (new List<string>(), new List<string>());
            for (string? after = null, at = "go"; at is not null; after = at)
            {
                var (data, _, json) = await Ask($$"""{ {{field}}({{arguments}} first: 1{{(after is null ? "" : $" after: \"{after}\"")}}) { nodes { id } pageInfo { endCursor hasNextPage } } }""");
                Assert.DoesNotContain("errors", json, StringComparison.Ordinal);
                forwards.Add(Ids(data.GetProperty(field)));
                var info = data.GetProperty(field).GetProperty("pageInfo");
                at = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
            }

            for (string? before = null, at = "go"; at is not null; before = at)
            {
                var (data, _, _) = await Ask($$"""{ {{field}}({{arguments}} last: 2{{(before is null ? "" : $" before: \"{before}\"")}}) { nodes { id } pageInfo { startCursor hasPreviousPage } } }""");
                backwards.Insert(0, Ids(data.GetProperty(field)));
                var info = data.GetProperty(field).GetProperty("pageInfo");
                at = info.GetProperty("hasPreviousPage").GetBoolean() ? info.GetProperty("startCursor").GetString() : null;
            }

            Assert.Equal(ids, string.Join(' ', forwards));
            Assert.Equal(ids, string.Join(' ', backwards));
        }
    }

    [Fact]
    public async Task What_passes_where_is_counted_only_where_somebody_asks()
    {
        var (data, sent, _) = await Ask("{ chosen(first: 1, where: { pages: { lt: 800 } }) { nodes { id } totalCount } }");

        Assert.Equal(3, data.GetProperty("chosen").GetProperty("totalCount").GetInt32());
        Assert.Contains("COUNT(*)", Assert.Single(sent.Skip(1)), StringComparison.Ordinal);
        Assert.Contains("LIMIT", sent[0], StringComparison.Ordinal);
        Assert.Single((await Ask("{ chosen(first: 1, where: { pages: { lt: 800 } }) { nodes { id } } }")).Sent);
        Assert.Equal(3, (await Ask("{ own(first: 1, where: { pages: { lt: 800 } }) { totalCount } }")).Data.GetProperty("own").GetProperty("totalCount").GetInt32());
        Assert.Equal(0, (await Ask("{ own(where: { pages: { lt: 8 } }) { totalCount } }")).Data.GetProperty("own").GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData("after: \"MQ==\"", "The cursor \"MQ==\" is not valid.")]
    [InlineData("after: \"W251bGwsMV0=\"", "The cursor \"W251bGwsMV0=\" is not valid.")]
    [InlineData("before: \"eyI=\"", "The cursor \"eyI=\" is not valid.")]
    public async Task A_cursor_of_another_order_is_refused(string argument, string message) =>
        Assert.Equal([message], Answer.Of((await Ask($"{{ chosen({argument}) {{ nodes {{ id }} }} }}")).Json).Messages);

    [Fact]
    public async Task No_column_is_read_that_is_not_selected()
    {
        var (data, sent, _) = await Ask("{ slim { title author { name } reviews { stars } } }");

        Assert.Equal(
            """[{"title":"Emma","author":{"name":"Austen"},"reviews":[{"stars":5},{"stars":2}]},{"title":"Middlemarch","author":{"name":"Eliot"},"reviews":[{"stars":5}]},{"title":"Walden","author":null,"reviews":[]},{"title":"Experience","author":null,"reviews":[]}]""",
            data.GetProperty("slim").GetRawText());
        var select = Assert.Single(sent);
        Assert.DoesNotContain("\"Pages\"", select, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Tags\"", select, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Margin\"", select, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_page_neither_but_what_it_is_sorted_by()
    {
        var (data, sent, _) = await Ask("{ chosen(first: 1) { edges { cursor node { title } } } }");

        Assert.Equal("Middlemarch", data.GetProperty("chosen").GetProperty("edges")[0].GetProperty("node").GetProperty("title").GetString());
        var select = Assert.Single(sent);
        Assert.Contains("\"Pages\"", select, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Subtitle\"", select, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resolver_gets_of_its_parent_what_it_says_or_all_of_it()
    {
        var (labels, slim, _) = await Ask("""{ slim(where: { id: { eq: 1 } }) { label } }""");
        var (wholes, whole, _) = await Ask("""{ slim(where: { id: { eq: 1 } }) { whole } }""");

        Assert.Equal("""{"slim":[{"label":"Emma 0"}]}""", labels.GetRawText());
        Assert.DoesNotContain("\"Pages\"", Assert.Single(slim), StringComparison.Ordinal);
        Assert.Equal("""{"slim":[{"whole":"Emma 474"}]}""", wholes.GetRawText());
        Assert.Contains("\"Subtitle\"", Assert.Single(whole), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_may_ask_for_itself()
    {
        var (data, sent, _) = await Ask("{ all { id pages } }");

        Assert.Equal(4, data.GetProperty("all").GetArrayLength());
        Assert.DoesNotContain("\"Title\"", Assert.Single(sent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_item_is_one_row_and_null_where_there_is_none()
    {
        var (data, sent, _) = await Ask("{ first(order: [{ pages: DESC }]) { title } }");

        Assert.Equal("""{"first":{"title":"Middlemarch"}}""", data.GetRawText());
        Assert.Contains("LIMIT", Assert.Single(sent), StringComparison.Ordinal);
        Assert.Equal("""{"first":null}""", (await Ask("{ first(where: { pages: { gt: 1000 } }) { title } }")).Data.GetRawText());
    }

    [Fact]
    public async Task The_only_item_is_an_error_where_there_are_two()
    {
        Assert.Equal("""{"only":{"title":"Walden"}}""", (await Ask("{ only(where: { pages: { lt: 400 } }) { title } }")).Data.GetRawText());
        Assert.Equal("""{"only":null}""", (await Ask("{ only(where: { pages: { lt: 4 } }) { title } }")).Data.GetRawText());
        Assert.Equal(["There is more than one such item."], Answer.Of((await Ask("{ only { title } }")).Json).Messages);
    }
}
