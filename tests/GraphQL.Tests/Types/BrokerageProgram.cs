using System.Security.Claims;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Tests.Types;

// A small program with one of everything, in the shape of a real API.

public readonly record struct AccountId(Guid Value);

public readonly record struct Currency(string Code)
{
    public static Currency Usd { get; } = new("USD");
}

public readonly record struct Money(decimal Amount, Currency Currency);

public readonly record struct Units(decimal Count);

public enum CostBasis
{
    /// <summary>First in, first out.</summary>
    Fifo,
    [GraphQLDeprecated("Use FIFO.")]
    LastInFirstOut,
}

/// <summary>A broker's account.</summary>
/// <param name="Id">Never shown as it is.</param>
/// <param name="Name">What its owner calls it.</param>
public sealed record Account(AccountId Id, string Name, string? Note, CostBasis Basis, Money Balance, IReadOnlyList<string> Tags, DateOnly OpenedOn)
{
    public Units Held { get; init; }

    [GraphQLIgnore]
    public string Secret => "";
}

public sealed class CurrencyCodeType() : TextScalarType<Currency>("CurrencyCode")
{
    protected override Currency ParseText(string text) =>
        text.Length == 3 && text.All(char.IsAsciiLetterUpper) ? new(text) : throw new FormatException();

    protected override string Format(Currency value) => value.Code;

    protected override string Expected => "three capitals";
}

public sealed class Clock
{
    public DateOnly Today => new(2024, 5, 17);
}

public sealed class AccountStore
{
    public static Account Sample { get; } = new(
        new(new Guid("00112233-4455-6677-8899-aabbccddeeff")), "Savings", null, CostBasis.Fifo, new(12.50m, Currency.Usd), ["a", "b"], new(2020, 1, 2))
    {
        Held = new(3.5m),
    };

    public Task<Account?> FindAsync(AccountId id) => Task.FromResult(id == Sample.Id ? Sample : null);
}

/// <summary>An account with a broker.</summary>
[Node]
[ObjectType<Account>(Ignore = [nameof(Account.Tags)])]
public static class AccountType
{
    [NodeResolver]
    public static Task<Account?> FetchAsync(AccountId id, AccountStore accounts) => accounts.FindAsync(id);

    /// <summary>How many days it has been open.</summary>
    /// <param name="since">Counted from here.</param>
    public static int GetAge([Parent] Account account, Clock clock, DateOnly? since = null) => clock.Today.DayNumber - (since ?? account.OpenedOn).DayNumber;

    [BindMember(nameof(Account.Note))]
    public static string GetNote([Parent] Account account) => account.Note ?? "none";

    [UsePaging(MaxPageSize = 3)]
    public static IEnumerable<string> GetTags(Account account) => account.Tags;
}

public sealed record AccountFilter(string? NameContains, AccountId? Id, Optional<string?> Note);

[QueryType]
public static class AccountQueries
{
    /// <summary>The account of an id; <c>null</c> where there is none.</summary>
    public static Task<Account?> GetAccountAsync(AccountId id, AccountStore accounts, CancellationToken cancellationToken) => accounts.FindAsync(id);

    [Authorize(Roles = ["ADMIN"])]
    [UsePaging]
    public static Task<Connection<Account>> GetAccountsAsync(
        PagingArguments paging, AccountFilter? where, IReadOnlyList<CostBasis>? order = null, CostBasis basis = CostBasis.Fifo) =>
        Task.FromResult(Connection.FromList([AccountStore.Sample], paging));

    public static string? GetViewer(ClaimsPrincipal user) => user.Identity?.Name;
}

public sealed record OpenAccountInput(string Name, [property: DefaultValueSyntax("\"USD\"")] Currency Currency, IReadOnlyList<AccountId> Others, decimal Deposit = 0m);

public sealed class NameTakenException(string name) : Exception($"{name} is taken.")
{
    public string Code => "NAME_TAKEN";

    public string Name => name;
}

public sealed record TooSmall(string Message, string Code, decimal Least);

public sealed class RefusedException(object refusal) : Exception("Refused."), IPayloadErrors
{
    public IReadOnlyList<object> PayloadErrors => [refusal];
}

[GraphQLName("Error")]
public interface IUserError
{
    string Message { get; }

    string Code { get; }
}

public sealed record ClosedAccount(AccountId ClosedAccountId, int Left);

[MutationType]
public static class AccountMutations
{
    [Error<NameTakenException>]
    [Error<TooSmall>]
    public static Task<Account> OpenAccountAsync(OpenAccountInput input) => input.Name switch
    {
        "Taken" => throw new NameTakenException(input.Name),
        "Small" => throw new RefusedException(new TooSmall("Too small.", "TOO_SMALL", 1)),
        "Odd" => throw new InvalidOperationException("odd"),
        _ => Task.FromResult(AccountStore.Sample with { Name = input.Name }),
    };

    [UseMutationConvention(SpreadResult = true)]
    public static ClosedAccount CloseAccount(AccountId accountId, string? reason = "none") => new(accountId, 2);
}

[SubscriptionType]
public static class AccountSubscriptions
{
    public static async IAsyncEnumerable<Account> SubscribeToAccountRenamed(IReadOnlyList<string> names)
    {
        foreach (var name in names) yield return AccountStore.Sample with { Name = name };
        await Task.CompletedTask;
    }

    [Subscribe(With = nameof(SubscribeToAccountRenamed))]
    public static Account OnAccountRenamed([EventMessage] Account account) => account;
}
