using Investr.Application.Users;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Repositories;

/// <summary>The failures of one e-mail address, which is not itself stored.</summary>
internal sealed record SignInFailures(string EmailHash, int Count, DateTimeOffset? LockedUntil, DateTimeOffset LastAt)
{
    /// <summary>An address that nobody has tried for so long begins anew.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>How many addresses are remembered; beyond that the oldest tenth is forgotten.</summary>
    public const int Most = 100_000;
}

/// <summary>Each statement stands for itself, outside the unit of work: a failure counts although the sign-in changed nothing.</summary>
internal sealed class SignInAttemptRepository(IDbContextFactory<InvestrDbContext> contexts) : ISignInAttempts
{
    public async Task<SignInAttempts> FindAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return AttemptsOf(await FindAsync(context, context.PersonalData.HashOf(email), cancellationToken));
    }

    public async Task CountFailureAsync(EmailAddress email, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var hash = context.PersonalData.HashOf(email);

        while (!await TryCountAsync(context, hash, now, cancellationToken)) cancellationToken.ThrowIfCancellationRequested();
    }

    public async Task ForgetAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var hash = context.PersonalData.HashOf(email);
        await context.Set<SignInFailures>().Where(failures => failures.EmailHash == hash).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Counts one more, unless another failure was counted between reading and writing.</summary>
    private static async Task<bool> TryCountAsync(
        InvestrDbContext context, string hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await FindAsync(context, hash, cancellationToken);
        var next = AttemptsOf(known).Failed(now);

        if (known is null)
        {
            await MakeRoomAsync(context, now, cancellationToken);
            return await context.TryInsertAsync(new SignInFailures(hash, next.Failures, next.LockedUntil, now), cancellationToken);
        }

        return 1 == await context.Set<SignInFailures>()
            .Where(failures => failures.EmailHash == hash && failures.Count == known.Count)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(failures => failures.Count, next.Failures)
                    .SetProperty(failures => failures.LockedUntil, next.LockedUntil)
                    .SetProperty(failures => failures.LastAt, now),
                cancellationToken);
    }

    private static async Task MakeRoomAsync(InvestrDbContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = context.Set<SignInFailures>();
        var forgotten = now - SignInFailures.Kept;
        await all.Where(failures => failures.LastAt < forgotten).ExecuteDeleteAsync(cancellationToken);

        if (await all.CountAsync(cancellationToken) >= SignInFailures.Most)
            await all.OrderBy(failures => failures.LastAt).Take(SignInFailures.Most / 10).ExecuteDeleteAsync(cancellationToken);
    }

    private static Task<SignInFailures?> FindAsync(InvestrDbContext context, string hash, CancellationToken cancellationToken) =>
        context.Set<SignInFailures>().AsNoTracking().SingleOrDefaultAsync(failures => failures.EmailHash == hash, cancellationToken);

    private static SignInAttempts AttemptsOf(SignInFailures? failures) =>
        failures is null ? SignInAttempts.None : new(failures.Count, failures.LockedUntil);
}
