using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Fuzzing;

/// <summary>A schema with every kind of input, for what comes from outside.</summary>
internal static class FuzzSchema
{
    public static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddType(typeof(Query)).AddType(typeof(Mutation)).AddType(typeof(Subscription)).AddType<Leaf>().AddType<Branch>();
        return services.BuildServiceProvider();
    }

    internal enum Side
    {
        Buy,
        Sell,
    }

    internal sealed record Order(string Symbol, decimal Quantity, Side Side = Side.Buy, IReadOnlyList<string>? Tags = null, Order? Next = null);

    internal interface ITree
    {
        string Name { get; }
    }

    internal sealed record Leaf(string Name) : ITree;

    internal sealed record Branch(string Name, ITree Left, ITree? Right) : ITree;

    [QueryType]
    internal static class Query
    {
        public static string Hello() => "world";

        public static string Echo(
            string? text, int? number, double? ratio, decimal? amount, long? count, Guid? key, DateTimeOffset? at, DateOnly? day, Side? side, bool? isSet) =>
            $"{text} {number} {ratio} {amount} {count} {key} {at} {day} {side} {isSet}";

        public static int Count(IReadOnlyList<IReadOnlyList<int?>> lists) => lists.Sum(list => list.Count);

        public static string Place(Order order) => order.Next is { } next ? Place(next) : order.Symbol;

        public static Task<Branch> TreeAsync() => Task.FromResult(new Branch("root", new Leaf("left"), new Branch("right", new Leaf("inner"), null)));

        public static ITree Any() => new Leaf("any");
    }

    [MutationType]
    internal static class Mutation
    {
        [UseMutationConvention(Disable = true)]
        public static long Upload(IFile? file, IReadOnlyList<IFile?>? files) => (file?.Length ?? 0) + (files?.Sum(each => each?.Length ?? 0) ?? 0);
    }

    [SubscriptionType]
    internal static class Subscription
    {
        [Subscribe(With = nameof(CountAsync))]
        public static int Counted([EventMessage] int value) => value;

        public static async IAsyncEnumerable<int> CountAsync(int to, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var value = 0; value < Math.Min(to, 5); value++)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return value;
            }
        }
    }
}
