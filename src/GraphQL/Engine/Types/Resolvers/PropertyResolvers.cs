using Investr.GraphQL.Execution;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types.Resolvers;

/// <summary>A leaf read by a getter that is never null: no boxing on the way to the response.</summary>
internal sealed class StructGetterLeafResolver<TParent, TValue>(Func<TParent, TValue> get, LeafWriter<TValue> leaf) : LeafResolver
    where TValue : struct
{
    public override bool TryWrite(object parent, ResultWriter writer)
    {
        leaf.Write(get((TParent)parent), writer);
        return true;
    }
}

/// <summary>A leaf read by a getter.</summary>
internal sealed class GetterLeafResolver<TParent, TValue>(Func<TParent, TValue> get, LeafWriter<TValue> leaf) : LeafResolver
    where TValue : class
{
    public override bool TryWrite(object parent, ResultWriter writer)
    {
        var value = get((TParent)parent);
        if (value is null) return false;

        leaf.Write(value, writer);
        return true;
    }
}

/// <summary>The same for a <see cref="Nullable{T}"/>.</summary>
internal sealed class NullableGetterLeafResolver<TParent, TValue>(Func<TParent, TValue?> get, LeafWriter<TValue> leaf) : LeafResolver
    where TValue : struct
{
    public override bool TryWrite(object parent, ResultWriter writer)
    {
        var value = get((TParent)parent);
        if (!value.HasValue) return false;

        leaf.Write(value.GetValueOrDefault(), writer);
        return true;
    }
}

/// <summary>An object or a list read by a getter.</summary>
internal sealed class GetterValueResolver<TParent, TValue>(Func<TParent, TValue> get, Func<object?, object?>? convert) : ValueResolver
{
    public override bool IsSameForAll => true;

    public override object? Resolve(ResolverFrame frame)
    {
        object? value = get((TParent)frame.Parent!);
        return convert is null ? value : convert(value);
    }
}
