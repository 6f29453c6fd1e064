using System.Globalization;
using Investr.Domain.Monetary;
using Investr.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class ExactDecimalsTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("investr-test-").FullName;

    public static TheoryData<string> Extremes =>
    [
        "0", "-0.0000000000000000000000000001", "0.1234567890123456789012345678", "1234567890.123456789012345678",
        "79228162514264337593543950335", "-79228162514264337593543950335", "7.9228162514264337593543950335",
        "1000000000000000000000000000", "0.10",
    ];

    [Theory]
    [MemberData(nameof(Extremes))]
    public async Task A_decimal_comes_back_with_every_digit(string text)
    {
        var amount = decimal.Parse(text, CultureInfo.InvariantCulture);
        await using (var context = await CreateAsync(amount)) Assert.Single(context.Amounts);

        await using var again = new AmountsContext(_folder);
        var found = await again.Amounts.SingleAsync();
        Assert.Equal((amount, new Quantity(amount)), (found.Value, found.Units));
    }

    [Fact]
    public async Task Decimals_are_sorted_and_compared_as_numbers()
    {
        await using var context = await CreateAsync(10m, 9m, -1m, 0.5m, 100m);

        Assert.Equal([-1m, 0.5m, 9m, 10m, 100m], await context.Amounts.OrderBy(row => row.Value).Select(row => row.Value).ToListAsync());
        Assert.Equal([10m, 100m], await context.Amounts.Where(row => row.Value > 9m).OrderBy(row => row.Value).Select(row => row.Value).ToListAsync());
        Assert.Equal(118.5m, await context.Amounts.SumAsync(row => row.Value));
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<AmountsContext> CreateAsync(params decimal[] amounts)
    {
        var context = new AmountsContext(_folder);
        await context.Database.EnsureCreatedAsync();
        context.AddRange(amounts.Select((amount, index) => new Amount { Id = index + 1, Value = amount, Units = amount }));
        await context.SaveChangesAsync();
        return context;
    }

    private sealed class Amount
    {
        public int Id { get; set; }

        public decimal Value { get; set; }

        public Quantity Units { get; set; }
    }

    private sealed class AmountsContext(string folder) : DbContext
    {
        public DbSet<Amount> Amounts => Set<Amount>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder.UseSqlite($"Data Source={Path.Combine(folder, "amounts.db")}");

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            Conversions.AddTo(configurationBuilder);
    }
}
