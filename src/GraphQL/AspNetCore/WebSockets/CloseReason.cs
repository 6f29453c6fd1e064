using System.Net.WebSockets;
using System.Text;

namespace Investr.GraphQL.AspNetCore.WebSockets;

/// <summary>Why a socket is closed: the codes and words of graphql-transport-ws.</summary>
internal sealed record CloseReason(int Code, string Text)
{
    private const int LongestText = 123;

    public static readonly CloseReason NormalClosure = new((int)WebSocketCloseStatus.NormalClosure, "Normal closure");
    public static readonly CloseReason GoingAway = new((int)WebSocketCloseStatus.EndpointUnavailable, "Going away");
    public static readonly CloseReason MessageTooBig = new((int)WebSocketCloseStatus.MessageTooBig, "Message too big");
    public static readonly CloseReason TooSlow = new(1013, "The client reads too slowly");
    public static readonly CloseReason Unauthorized = new(4401, "Unauthorized");
    public static readonly CloseReason NotAcceptable = new(4406, "Subprotocol not acceptable");
    public static readonly CloseReason InitTimeout = new(4408, "Connection initialisation timeout");
    public static readonly CloseReason TooManyInits = new(4429, "Too many initialisation requests");
    public static readonly CloseReason InternalError = new(4500, "Internal server error");

    /// <summary>The text as far as a close frame has room for it.</summary>
    public string ShortText
    {
        get
        {
            var length = Text.Length;
            while (Encoding.UTF8.GetByteCount(Text.AsSpan(0, length)) > LongestText) length--;
            return Text[..length];
        }
    }

    public static CloseReason InvalidMessage(string why) => new(4400, why);

    public static CloseReason Forbidden(string why = "Forbidden") => new(4403, why);

    public static CloseReason Duplicate(string id) => new(4409, $"Subscriber for {id} already exists");
}

/// <summary>The client broke the protocol: the socket closes.</summary>
internal sealed class ProtocolException(CloseReason reason) : Exception(reason.Text)
{
    public CloseReason Reason { get; } = reason;
}
