using System.Runtime.CompilerServices;
using Investr.GraphQL;

namespace Investr.Conformance.Tests.Transport;

[QueryType]
internal static class TransportQueries
{
    public static string GetHello() => "world";
}

[MutationType]
internal static class TransportMutations
{
    [UseMutationConvention(Disable = true)]
    public static int Add(int by) => 40 + by;
}

[SubscriptionType]
internal static class TransportSubscriptions
{
    [Subscribe(With = nameof(CountDownAsync))]
    public static int Countdown([EventMessage] int value) => value;

    /// <summary>Ends by itself.</summary>
    public static async IAsyncEnumerable<int> CountDownAsync(int from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var value = from; value > 0; value--)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return value;
        }
    }

    [Subscribe(With = nameof(CountAsync))]
    public static int Endless([EventMessage] int value) => value;

    /// <summary>Ends when nobody listens any more.</summary>
    public static async IAsyncEnumerable<int> CountAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var value = 0; ; value++)
        {
            yield return value;
            await Task.Delay(10, cancellationToken);
        }
    }
}
