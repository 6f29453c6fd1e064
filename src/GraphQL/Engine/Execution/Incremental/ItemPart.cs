namespace Investr.GraphQL.Execution.Incremental;

/// <summary>An item of a stream.</summary>
internal sealed class ItemPart : LaterPart
{
    private readonly ItemStream _stream;
    private readonly object? _value;
    private readonly int _index;
    private readonly Exception? _failure;

    public ItemPart(ItemStream stream, object? value, int index) : base(new()) =>
        (_stream, _value, _index, Delivery) = (stream, value, index, new(this));

    /// <summary>Stands for an item that the list failed to give.</summary>
    public ItemPart(ItemStream stream, Exception failure, int index) : this(stream, value: null, index) => _failure = failure;

    public override int Path => _stream.ListPath;

    public override Delivery Delivery { get; }

    /// <summary>Its place in the list.</summary>
    public int Index => _index;

    public override bool Write(Execution execution)
    {
        if (_failure is not null)
        {
            execution.Fail(_failure);
            return false;
        }

        execution.Path.PushList();
        return _stream.Completion.WriteItemAlone(execution, _value, _index);
    }

    public override void End(DeliveryGraph graph, Payload payload) => graph.End(_stream, payload);
}
