using Investr.Application.Users;
using Investr.Domain;
using Investr.Domain.Monetary;
using Investr.Domain.Users;
using Investr.Infrastructure.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Identity;

public sealed class RacingAccountsTests
{
    private const string Password = "a long enough one";
    private static readonly SignUp Ada = new("ada@example.com", Password, "Ada", Currency.Eur);

    [Fact]
    public async Task Of_fifty_sign_ups_for_one_address_one_wins()
    {
        await using var database = await AccountsHost.CreateAsync();

        var outcomes = await SideBySideAsync(50, () => database.SendAsync(Ada));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(49, outcomes.Count(outcome => outcome is EmailTaken));

        await using var context = database.Context();
        Assert.Equal((1, 1), (await context.Users.CountAsync(), await context.Sessions.CountAsync()));
    }

    [Fact]
    public async Task Of_twenty_uses_of_one_refresh_token_one_at_most_succeeds_and_the_session_is_over()
    {
        await using var database = await AccountsHost.CreateAsync();
        var tokens = await database.SendAsync(Ada);

        var outcomes = await SideBySideAsync(20, () => database.SendAsync(new RefreshTokens(tokens.RefreshToken)));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(19, outcomes.Count(outcome => outcome is InvalidCredentials));

        await using var context = database.Context();
        Assert.NotNull((await context.Sessions.SingleAsync()).EndedAt);
    }

    [Fact]
    public async Task No_failure_is_lost_when_many_are_counted_at_once()
    {
        await using var database = await AccountsHost.CreateAsync();
        var email = EmailAddress.Parse("nobody@example.com");

        await SideBySideAsync(30, () => database.InScopeAsync(async services =>
        {
            await services.GetRequiredService<ISignInAttempts>().CountFailureAsync(email, database.Clock.Now, default);
            return true;
        }));

        var attempts = await AttemptsOfAsync(database, email);
        Assert.Equal((30, database.Clock.Now.AddHours(1)), (attempts.Failures, attempts.LockedUntil));
    }

    [Fact]
    public async Task Failures_outlast_a_restart_and_are_forgotten_after_a_day()
    {
        await using var database = await AccountsHost.CreateAsync();
        var (first, second) = (EmailAddress.Parse("first@example.com"), EmailAddress.Parse("second@example.com"));
        await FailAsync(database, first);
        Assert.Equal(1, (await AttemptsOfAsync(database, first)).Failures);

        database.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        await FailAsync(database, second);

        Assert.Equal(SignInAttempts.None, await AttemptsOfAsync(database, first));
        Assert.Equal(1, (await AttemptsOfAsync(database, second)).Failures);
    }

    private static async Task FailAsync(TemporaryDatabase database, EmailAddress email) =>
        await Assert.ThrowsAsync<RefusedException>(() => database.SendAsync(new SignIn(email.Value, Password)));

    private static Task<SignInAttempts> AttemptsOfAsync(TemporaryDatabase database, EmailAddress email) =>
        database.InScopeAsync(services => services.GetRequiredService<ISignInAttempts>().FindAsync(email, default));

    private static async Task<IReadOnlyList<Refusal?>> SideBySideAsync<T>(int times, Func<Task<T>> act)
    {
        using var start = new ManualResetEventSlim();
        var runs = Enumerable.Range(0, times).Select(_ => Task.Run(async () =>
        {
            start.Wait();
            try
            {
                await act();
                return null;
            }
            catch (RefusedException refused)
            {
                return refused.Refusal;
            }
        })).ToList();

        start.Set();
        return await Task.WhenAll(runs);
    }
}
