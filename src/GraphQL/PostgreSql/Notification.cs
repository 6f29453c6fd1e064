using System.Buffers;
using System.Globalization;
using System.Text;

namespace Investr.GraphQL.PostgreSql;

/// <summary>Writes messages as notifications, which have less than 8,000 bytes: a longer message is several, <c>sender number part/parts
/// text</c>.</summary>
/// <remarks>Those of one message are sent in one transaction, so they arrive together and in order. The number makes each differ from every
/// other: of equal ones a transaction sends but one.</remarks>
internal sealed class NotificationWriter
{
    private const int MaxText = 7_900;

    private readonly string _sender = Guid.NewGuid().ToString("N")[..12];
    private long _number;

    public IEnumerable<string> Write(ReadOnlyMemory<byte> message)
    {
        var (number, parts) = (_number++, (message.Length + MaxText - 1) / MaxText);
        for (var part = 0; part < parts; part++)
        {
            var text = message.Slice(part * MaxText, Math.Min(MaxText, message.Length - (part * MaxText)));
            yield return string.Create(CultureInfo.InvariantCulture, $"{_sender} {number} {part + 1}/{parts} {Encoding.ASCII.GetString(text.Span)}");
        }
    }
}

/// <summary>Joins notifications to messages again. What is no part of a message that was seen from its start is left out.</summary>
internal sealed class NotificationReader(Action<ReadOnlyMemory<byte>> deliver)
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private string _message = "";
    private int _next = 1;

    public void Read(string notification)
    {
        if (notification.Split(' ', 4) is not [var sender, var number, var place, var text]) return;
        if (place.Split('/') is not [var first, var second] || !int.TryParse(first, out var part) || !int.TryParse(second, out var parts)) return;

        var message = $"{sender} {number}";
        if (part == 1) Begin(message);
        if (message != _message || part != _next) return;

        _text.Write(Encoding.ASCII.GetBytes(text));
        _next++;
        if (part < parts) return;

        deliver(_text.WrittenMemory);
        Begin("");
    }

    private void Begin(string message)
    {
        _text.ResetWrittenCount();
        (_message, _next) = (message, 1);
    }
}
