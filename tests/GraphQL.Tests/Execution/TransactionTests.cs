using Investr.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Execution;

public sealed class TransactionTests
{
    private readonly Told _told = [];

    private sealed class Told : List<string>;

    private async Task Ask(string query)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_told);
        services.AddGraphQLServer().AddType(typeof(Query)).AddType(typeof(Mutation)).AddTransactionScopeHandler<Telling>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        using var result = await provider.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, query);
    }

    private sealed class Telling(Told told) : ITransactionScopeHandler
    {
        public ITransactionScope Create(IRequestContext context)
        {
            told.Add("begun");
            return new Scope(told);
        }

        private sealed class Scope(Told told) : ITransactionScope
        {
            public void Complete() => told.Add("completed");

            public void Dispose() => told.Add("ended");
        }
    }

    [QueryType]
    private static class Query
    {
        public static int One() => 1;
    }

    [MutationType]
    private static class Mutation
    {
        [Error<DeniedException>]
        public static int Add(int number, Told told)
        {
            told.Add($"added {number}");
            return number switch { 0 => throw new InvalidOperationException(), 1 => throw new DeniedException(), _ => number };
        }
    }

    public sealed class DeniedException() : Exception("Denied.");

    [Theory]
    [InlineData("{ one }", "")]
    [InlineData("mutation { a: add(input: { number: 2 }) { int } b: add(input: { number: 3 }) { int } }", "begun, added 2, added 3, completed, ended")]
    [InlineData("mutation { a: add(input: { number: 2 }) { int } b: add(input: { number: 0 }) { int } }", "begun, added 2, added 0, ended")]
    [InlineData("mutation { add(input: { number: 1 }) { int errors { ... on Error { message } } } }", "begun, added 1, completed, ended")]
    [InlineData("mutation { unknown }", "")]
    public async Task A_mutation_holds_as_a_whole_or_not_at_all(string query, string told)
    {
        await Ask(query);

        Assert.Equal(told, string.Join(", ", _told));
    }

    [Fact]
    public async Task The_default_is_an_ambient_transaction()
    {
        var services = new ServiceCollection();
        services.AddSingleton(_told);
        services.AddGraphQLServer().AddType(typeof(Ambient)).AddType(typeof(Query)).AddDefaultTransactionScopeHandler();
        await using var provider = services.BuildServiceProvider();
        using var result = await provider.GetRequiredService<IRequestExecutor>().ExecuteAsync(provider, "mutation { isOpen { boolean } }");

        Assert.Equal("""{"data":{"isOpen":{"boolean":true}}}""", result.ToJson());
        Assert.Null(System.Transactions.Transaction.Current);
    }

    [MutationType]
    private static class Ambient
    {
        public static async Task<bool> IsOpenAsync()
        {
            await Task.Yield();
            return System.Transactions.Transaction.Current is not null;
        }
    }
}
