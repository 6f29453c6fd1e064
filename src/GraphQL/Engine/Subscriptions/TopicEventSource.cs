using System.Globalization;
using System.Text.RegularExpressions;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Subscriptions;

/// <summary>Opens a stream by subscribing to a topic, whose name may have the field's arguments in it.</summary>
internal sealed class TopicEventSource<T>(TopicName name) : EventSource where T : class
{
    public override async ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(ResolverFrame frame)
    {
        var (receiver, topic) = (frame.GetService<ITopicEventReceiver>(), name.For(frame.Arguments));
        return await receiver.SubscribeAsync<T>(topic, frame.RequestAborted);
    }
}

/// <summary>A topic's name with places for arguments, such as <c>order {id}</c>.</summary>
internal sealed partial class TopicName(string pattern, IReadOnlyList<ArgumentDefinition> arguments)
{
    // An argument that the field does not have is a mistake of its author, found when the schema is made.
    private readonly bool _isPlain = !Places().EnumerateMatches(pattern).MoveNext();

    /// <exception cref="NotSupportedException">The name asks for an argument that the field does not have.</exception>
    public void Check()
    {
        foreach (Match place in Places().Matches(pattern)) _ = IndexOf(place.Groups[1].Value);
    }

    public string For(object?[] values) => _isPlain
        ? pattern
        : Places().Replace(pattern, place => values[IndexOf(place.Groups[1].Value)] is var value and not Missing
            ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""
            : "");

    private int IndexOf(string name)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Name == name) return i;
        }

        throw new NotSupportedException($"the topic {pattern} names an argument {name}, which the field does not have");
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Places();
}
