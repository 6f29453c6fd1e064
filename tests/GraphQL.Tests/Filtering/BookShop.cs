using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Filtering;

public enum Genre
{
    Novel,
    Essay,
}

public sealed class Book
{
    public int Id { get; init; }

    /// <summary>As it is printed.</summary>
    public string Title { get; init; } = "";

    public string? Subtitle { get; init; }

    public int Pages { get; init; }

    public double? Rating { get; init; }

    public Genre Genre { get; init; }

    public bool IsLent { get; init; }

    public DateOnly Published { get; init; }

    public Author? Author { get; init; }

    public List<string> Tags { get; init; } = [];

    public List<Review> Reviews { get; init; } = [];

    [Authorize]
    public int Margin { get; init; }

    [GraphQLIgnore]
    public int Shelf { get; init; }
}

public sealed class Author
{
    public int Id { get; init; }

    public string Name { get; init; } = "";
}

public sealed class Review
{
    public int Id { get; init; }

    public int Stars { get; init; }
}

public sealed class Shop(DbContextOptions<Shop> options) : DbContext(options)
{
    public DbSet<Book> Books => Set<Book>();

    /// <summary>The statements that this context ran.</summary>
    public List<string> Sent { get; } = [];

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.LogTo(Sent.Add, [RelationalEventId.CommandExecuted]).AddInterceptors(new RowCounter(this));

    /// <summary>How many rows this context has read.</summary>
    public int Rows { get; private set; }

    private sealed class RowCounter(Shop shop) : DbCommandInterceptor
    {
        public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
        {
            // The last read finds that there is no more.
            shop.Rows += eventData.ReadCount - 1;
            return result;
        }
    }

    // 1 Emma, 2 Middlemarch, 3 Walden, 4 Experience
    public static List<Book> Sample()
    {
        var eliot = new Author { Id = 1, Name = "Eliot" };
        return
        [
            new()
            {
                Id = 1, Title = "Emma", Pages = 474, Rating = 4, Genre = Genre.Novel, IsLent = true, Published = new(1815, 12, 23),
                Author = new() { Id = 2, Name = "Austen" }, Tags = ["love"], Reviews = [new() { Id = 1, Stars = 5 }, new() { Id = 2, Stars = 2 }],
            },
            new()
            {
                Id = 2, Title = "Middlemarch", Subtitle = "A Study of Provincial Life", Pages = 880, Rating = 5, Genre = Genre.Novel,
                Published = new(1871, 12, 1), Author = eliot, Tags = ["love", "town"], Reviews = [new() { Id = 3, Stars = 5 }],
            },
            new() { Id = 3, Title = "Walden", Subtitle = "Life in the Woods", Pages = 352, Genre = Genre.Essay, Published = new(1854, 8, 9) },
            new() { Id = 4, Title = "Experience", Pages = 474, Rating = 3, Genre = Genre.Essay, IsLent = true, Published = new(1844, 10, 19) },
        ];
    }

    public static async Task<ServiceProvider> OpenAsync(params Type[] more)
    {
        var services = new ServiceCollection();
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        services.AddSingleton(_ => connection).AddDbContext<Shop>(options => options.UseSqlite(connection));
        var builder = services.AddGraphQLServer().AddType(typeof(ShopQueries));
        foreach (var type in more) builder.AddType(type);

        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<SqliteConnection>();
        await using var scope = provider.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<Shop>();
        await shop.Database.EnsureCreatedAsync();
        shop.AddRange(Sample());
        await shop.SaveChangesAsync();
        return provider;
    }
}

[QueryType]
public static class ShopQueries
{
    [UseFiltering]
    [UseSorting]
    public static IReadOnlyList<Book> GetListed() => Shop.Sample();

    [UseFiltering]
    [UseSorting]
    public static IQueryable<Book> GetStored(Shop shop) => shop.Books.AsNoTracking();

    [UsePaging(ConnectionName = "Books")]
    [UseFiltering(MaxConditions = 3)]
    [UseSorting(MaxKeys = 2)]
    public static async Task<IQueryable<Book>> GetPagedAsync(Shop shop, int fromPages = 0)
    {
        await Task.Yield();
        return shop.Books.AsNoTracking().Where(book => book.Pages >= fromPages);
    }
}
