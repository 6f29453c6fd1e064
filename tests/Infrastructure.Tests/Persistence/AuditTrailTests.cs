using System.Data.Common;
using Investr.Application;
using Investr.Application.Auditing;
using Investr.Application.Users;
using Investr.Domain;
using Investr.Domain.Auditing;
using Investr.Domain.Monetary;
using Investr.Infrastructure.Tests.Identity;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class AuditTrailTests
{
    private static readonly string WithoutGuards = TestDatabase.Provider switch
    {
        "Sqlite" =>
            """
            DROP TRIGGER AuditEntries_AreNotDeleted; DROP TRIGGER AuditEntries_AreNotChanged; DROP TRIGGER AuditEntries_OriginIsOnlyErased;
            DROP TRIGGER AuditHead_IsNotDeleted; DROP TRIGGER AuditHead_OnlyGrows;
            """,
        "SqlServer" => "DROP TRIGGER AuditEntries_AppendOnly; DROP TRIGGER AuditHead_OnlyGrows;",
        _ => "ALTER TABLE AuditEntries DISABLE TRIGGER ALL; ALTER TABLE AuditHead DISABLE TRIGGER ALL;",
    };

    [Fact]
    public async Task What_was_written_verifies()
    {
        await using var database = await WithEntriesAsync(5);

        var verified = await VerifyAsync(database);

        Assert.Equal((5, null), (verified.Verified, verified.Fault));
    }

    [Fact]
    public async Task An_empty_log_verifies()
    {
        await using var database = await AccountsHost.CreateAsync();

        Assert.Null((await VerifyAsync(database)).Fault);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Outcome = 'Refused' WHERE Sequence = 3")]
    [InlineData("UPDATE AuditEntries SET Origin = x'FF' WHERE Sequence = 3")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 5")]
    [InlineData("DELETE FROM AuditHead")]
    [InlineData("UPDATE AuditHead SET Sequence = 4")]
    public async Task The_database_itself_refuses_to_change_the_log(string sql)
    {
        await using var database = await WithEntriesAsync(5);

        var refused = await Assert.ThrowsAnyAsync<DbException>(() => database.ExecuteAsync(sql));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Outcome = 'Refused' WHERE Sequence = 3", 2, "entry 3 was changed")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 5; UPDATE AuditHead SET Sequence = 4, Hash = (SELECT Hash FROM AuditEntries WHERE Sequence = 4)", 4, "somebody else's")]
    [InlineData("UPDATE AuditEntries SET Origin = x'00' WHERE Sequence = 4", 3, "the origin of entry 4 is not what was sealed")]
    [InlineData("UPDATE AuditEntries SET At = (SELECT MIN(ExpiresAt) FROM Sessions) WHERE Sequence = 1", 0, "entry 1 was changed")]
    [InlineData("UPDATE AuditEntries SET Actor = NULL WHERE Sequence = 5", 4, "entry 5 was changed")]
    [InlineData("UPDATE AuditEntries SET Origin = (SELECT Origin FROM AuditEntries WHERE Sequence = 1) WHERE Sequence = 2", 1, "entry 2 tells another origin")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 3", 2, "entry 3 is missing")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 1", 0, "entry 1 is missing")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 5", 4, "entry 5 is missing")]
    [InlineData("UPDATE AuditEntries SET Sequence = 0 WHERE Sequence = 4; UPDATE AuditEntries SET Sequence = 4 WHERE Sequence = 3; UPDATE AuditEntries SET Sequence = 3 WHERE Sequence = 0", 2, "entry 3 was changed, moved or put in")]
    [InlineData("INSERT INTO AuditEntries SELECT 6, '00000000-0000-0000-0000-000000000001', At, Actor, Action, Subject, Detail, Outcome, Code, Origin, OriginHash, Hash FROM AuditEntries WHERE Sequence = 5", 5, "entry 6 was changed, moved or put in")]
    [InlineData("DELETE FROM AuditHead", 5, "the note of the log's end is gone")]
    public async Task What_somebody_did_to_the_table_is_found_and_where(string sql, long verified, string fault)
    {
        await using var database = await WithEntriesAsync(5);
        await database.ExecuteAsync(WithoutGuards + sql);

        var verification = await VerifyAsync(database);

        Assert.Equal(verified, verification.Verified);
        Assert.Contains(fault, verification.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_where_somebody_was_leaves_the_chain_whole()
    {
        await using var database = await WithEntriesAsync(5);
        var person = (await EntriesAsync(database))[0].Actor!.Value;
        await database.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IAuditTrail>().EraseOriginsAsync(person, default);
            await services.GetRequiredService<IUnitOfWork>().CommitAsync(default);
            return true;
        });

        Assert.Null((await VerifyAsync(database)).Fault);
        Assert.All(await EntriesAsync(database), entry => Assert.Equal(entry.Actor == person, entry.Origin is null));
    }

    [Fact]
    public async Task Of_many_who_write_at_once_none_forks_the_chain()
    {
        await using var database = await AccountsHost.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(place => Task.Run(async () =>
        {
            // Half of them change something, the other half are refused.
            if (place % 2 == 0) await database.SendAsync(Ada(place));
            else await Assert.ThrowsAsync<RefusedException>(() => database.SendAsync(new SignIn("nobody@example.com", "a wrong one")));
        })));

        var verified = await VerifyAsync(database);
        Assert.Equal((40, null), (verified.Verified, verified.Fault));
    }

    [Fact]
    public async Task A_change_that_cannot_be_told_is_not_made()
    {
        await using var database = await AccountsHost.CreateAsync();
        await database.ExecuteAsync("DROP TABLE AuditEntries");

        await Assert.ThrowsAnyAsync<Exception>(() => database.SendAsync(Ada(1)));

        await using var context = database.Context();
        Assert.Equal(0, await context.Users.CountAsync());
    }

    private static SignUp Ada(int place) => new($"ada{place}@example.com", "a long enough one", "Ada", Currency.Eur);

    private static async Task<TemporaryDatabase> WithEntriesAsync(int count)
    {
        var database = await AccountsHost.CreateAsync();
        for (var place = 1; place <= count; place++) await database.SendAsync(Ada(place));
        return database;
    }

    private static Task<AuditVerification> VerifyAsync(TemporaryDatabase database) =>
        database.InScopeAsync(services => services.GetRequiredService<IAuditVerifier>().VerifyAsync(default));

    private static async Task<IReadOnlyList<AuditEntry>> EntriesAsync(TemporaryDatabase database)
    {
        await using var context = database.Context();
        return await context.AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync();
    }
}
