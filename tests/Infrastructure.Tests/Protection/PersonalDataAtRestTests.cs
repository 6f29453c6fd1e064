using System.Text;
using Investr.Application;
using Investr.Application.Portfolios;
using Investr.Application.Users;
using Investr.Application.Watchlists;
using Investr.Domain.Users;
using Investr.Infrastructure.Protection;
using Investr.Infrastructure.Tests.Persistence;
using Investr.TestKit;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Investr.Infrastructure.Tests.Protection;

public sealed class PersonalDataAtRestTests
{
    private const string FirstMigration = "20261122133559_Initial";

    [Fact]
    public async Task The_databases_files_hold_nothing_that_a_person_said_or_is()
    {
        Assert.SkipUnless(TestDatabase.IsSqlite, "This looks into SQLite's file.");
        await using var investor = await InvestorDatabase.CreateAsync();
        var database = investor.Database;
        await investor.SignUpAsync("methuselah");
        await using (var context = database.Context())
        {
            context.Add(Session.Begin(investor.Ada.Id, "a token's hash", "Lynx/2.9 (CrayOS)", database.Clock.Now, TimeSpan.FromDays(1)));
            await context.SaveChangesAsync();
        }

        var portfolio = (await investor.SendAsync(new CreatePortfolio("Grandmother's legacy", "For the cottage at the lake"))).Id;
        var bought = await investor.RecordAsync(portfolio, Draft.Buy(10, "AAPL", "2024-01-02", at: 100) with { Note = "Uncle Barnaby's tip" });
        await investor.SendAsync(new VoidTransaction(bought.Transactions[0].Id, "Mistyped in the tram"));

        await investor.SendAsync(new CreateWatchlist("Before the hammock", ["AAPL"]));
        var stored = Stored(database);

        // Numbers, symbols and hashes are there to see, so the looking works.
        Assert.Contains("a token's hash", stored, StringComparison.OrdinalIgnoreCase);
        string[] personal = ["methuselah", "example.com", "CrayOS", "legacy", "cottage", "Barnaby", "tram", "hammock"];
        Assert.All(personal, word => Assert.DoesNotContain(word, stored, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_was_sealed_before_the_keys_were_rotated_is_read_after_it()
    {
        await using var database = await WithItsOwnKeysAsync();
        await AddAsync(database, "ada");

        var now = TimeProvider.System.GetUtcNow();
        database.Services.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));
        await using var restarted = await database.RestartedAsync();
        await AddAsync(restarted, "ben");

        await using var context = restarted.Context();
        Assert.Equal(["ada", "ben"], (await context.Users.ToListAsync()).Select(user => user.DisplayName).Order());
        var sealedNames = await context.Database.SqlQuery<byte[]>($"SELECT \"DisplayName\" FROM \"Users\"").ToListAsync();
        Assert.NotEqual(KeyOf(sealedNames[0]), KeyOf(sealedNames[1]));
    }

    [Fact]
    public async Task An_address_is_found_by_a_hash_that_another_key_makes_differently()
    {
        await using var here = await WithItsOwnKeysAsync();
        await using var elsewhere = await WithItsOwnKeysAsync();
        foreach (var database in (TemporaryDatabase[])[here, elsewhere]) await AddAsync(database, "ada");

        Assert.Equal("ada", (await FindAsync(here, "ADA@example.com"))?.DisplayName);
        Assert.NotEqual(await HashesAsync(here), await HashesAsync(elsewhere));
    }

    [Fact]
    public async Task Rows_that_an_earlier_version_wrote_in_clear_are_sealed_at_start()
    {
        Assert.SkipUnless(TestDatabase.IsSqlite, "This looks into SQLite's file.");
        await using var database = await WithItsOwnKeysAsync();
        await using (var context = database.Context())
        {
            await context.Database.EnsureDeletedAsync();
            await context.GetService<IMigrator>().MigrateAsync(FirstMigration);
            await context.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO Users VALUES ('0190163d-8694-7000-8000-000000000001', 'EUR', 638539200000000000, 'barnaby@example.org', 0, 'Barnaby', '', '[0]');
                INSERT INTO Users VALUES ('0190163d-8694-7000-8000-000000000002', 'EUR', 638539200000000000, 'cecily@example.org', 0, 'Cecily', '', '[0]');
                """.Replace("VALUES", "(Id, BaseCurrency, CreatedAt, Email, IsLocked, DisplayName, PasswordHash, Roles) VALUES", StringComparison.Ordinal));
            Assert.Contains("barnaby", Stored(database), StringComparison.OrdinalIgnoreCase);
        }

        await StartAgainAsync(database);

        Assert.Equal("Cecily", (await FindAsync(database, "cecily@example.org"))?.DisplayName);
        Assert.DoesNotContain("barnaby", Stored(database), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("cecily", Stored(database), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_ledger_is_reckoned_without_opening_a_note()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        await investor.RecordAsync(portfolio, Draft.Buy(10, "AAPL", "2024-01-02", at: 100) with { Note = "Never to be opened" });
        await investor.Database.ExecuteAsync("UPDATE Transactions SET Note = x'00'");

        Assert.Single((await investor.PositionsAsync(portfolio))!.Holdings);

        var page = new PageRequest(10);
        await Assert.ThrowsAnyAsync<Exception>(() => investor.Database.InScopeAsync(services =>
            services.GetRequiredService<ITransactionPages>().ListAsync(portfolio, null, [], includeSuperseded: false, page, default)));
    }

    private static Task<TemporaryDatabase> WithItsOwnKeysAsync() =>
        TemporaryDatabase.CreateAsync((services, _) => services.AddSingleton<PersonalData>());

    // The key's identity follows the four bytes by which Data Protection knows its own.
    private static Guid KeyOf(byte[] hidden) => new(hidden.AsSpan(4, 16));

    private static async Task<bool> AddAsync(TemporaryDatabase database, string name)
    {
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var context = database.Context();
        context.Add(A.User(name, database.Clock.Now));
        return await context.SaveChangesAsync() > 0;
    }

    private static Task<User?> FindAsync(TemporaryDatabase database, string email) => database.InScopeAsync(services =>
        services.GetRequiredService<IUserRepository>().FindByEmailAsync(EmailAddress.Parse(email), default));

    private static async Task<string> HashesAsync(TemporaryDatabase database)
    {
        await using var context = database.Context();
        return string.Join(',', await context.Database.SqlQuery<string>($"SELECT \"EmailHash\" FROM \"Users\"").ToListAsync());
    }

    private static async Task StartAgainAsync(TemporaryDatabase database)
    {
        foreach (var starting in database.Services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await starting.StartingAsync(default);
    }

    /// <summary>Every byte of the database, its write-ahead log and its index, each as one character.</summary>
    private static string Stored(TemporaryDatabase database) => string.Concat(
        Directory.GetFiles(Path.Combine(database.Folder, "data"), "investr.db*").Select(file =>
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(open, Encoding.Latin1);
            return reader.ReadToEnd();
        }));
}
