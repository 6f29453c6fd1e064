using System.Reflection;
using System.Runtime.CompilerServices;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Subscriptions;
using Investr.GraphQL.Types.Resolvers;

namespace Investr.GraphQL.Types.Binding;

/// <summary>Makes the fields of the subscription root: one method opens the stream, the other answers each event.</summary>
internal static class Subscriptions
{
    public static FieldDefinition Field(BindingContext context, ObjectType root, MethodInfo method)
    {
        var subscribe = method.GetCustomAttribute<SubscribeAttribute>()
            ?? throw new NotSupportedException("a subscription needs [Subscribe], which says where its events come from");
        var arguments = new ArgumentList();
        var opening = subscribe.With is { } with ? context.Fields.Read(parent: null, Source(method, with), arguments) : null;
        var answering = context.Fields.Read(parent: null, method, arguments);
        var output = OutputType.Of(context, method, answering.Result, ownerName: null, answering.Field.GivenType);
        return answering.Field.Describe(context, method, new(answering.Name, output.Type, arguments.All)
        {
            Resolver = context.Fields.Resolver(answering, output),
            Events = opening is null ? OfTopic(method, arguments) : Source(opening),
            SharesAnswers = method.IsDefined(typeof(SameForAllAttribute)),
        });
    }

    /// <summary>Whether a method only opens the stream of another one of its class.</summary>
    public static bool IsSource(Type source, MethodInfo method) => source.IsDefined(typeof(SubscriptionTypeAttribute))
        && source.GetMethods().Any(other => other.GetCustomAttribute<SubscribeAttribute>()?.With == method.Name);

    private static MethodInfo Source(MethodInfo method, string name)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        return method.DeclaringType!.GetMethod(name, Any)
            ?? throw new NotSupportedException($"{method.DeclaringType!.Name} has no method {name}");
    }

    private static EventSource OfTopic(MethodInfo method, ArgumentList arguments)
    {
        var message = Array.Find(method.GetParameters(), parameter => parameter.IsDefined(typeof(EventMessageAttribute)))?.ParameterType;
        if (message is not { IsValueType: false })
            throw new NotSupportedException("a topic's field takes its event, an object, as its [EventMessage]");

        var name = new TopicName(method.GetCustomAttribute<TopicAttribute>()?.Name ?? method.Name, arguments.All);
        name.Check();
        return (EventSource)Activator.CreateInstance(typeof(TopicEventSource<>).MakeGenericType(message), name)!;
    }

    private static EventSource Source(BoundMethod opening)
    {
        var returned = FieldBinder.TaskResultOf(opening.Method.ReturnType) ?? opening.Method.ReturnType;
        var stream = returned.GetInterfaces().Append(returned)
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
            ?? throw new NotSupportedException($"{opening.Method.Name} gives no IAsyncEnumerable");
        return (EventSource)Activator.CreateInstance(
            typeof(StreamEventSource<,>).MakeGenericType(returned, stream.GetGenericArguments()[0]), opening.Invoker)!;
    }
}

/// <summary>Opens a stream by calling a method.</summary>
internal sealed class StreamEventSource<TStream, T>(ResolverMethod invoker) : EventSource where TStream : IAsyncEnumerable<T>
{
    // The frame is read before the first await, here as in every resolver.
    public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(ResolverFrame frame) => invoker.Invoke(frame) switch
    {
        Task<TStream> task => OpenedAsync(task),
        var stream => new(Boxed((TStream)stream!)),
    };

    private static async ValueTask<IAsyncEnumerable<object?>> OpenedAsync(Task<TStream> task) => Boxed(await task);

    private static IAsyncEnumerable<object?> Boxed(TStream stream) => stream as IAsyncEnumerable<object?> ?? BoxedAsync(stream);

    // A stream of values is no stream of objects.
    private static async IAsyncEnumerable<object?> BoxedAsync(
        TStream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var message in stream.WithCancellation(cancellationToken)) yield return message;
    }
}
