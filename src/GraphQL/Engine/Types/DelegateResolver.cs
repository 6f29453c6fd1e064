using Investr.GraphQL.Execution;

namespace Investr.GraphQL.Types;

/// <summary>A resolver that is a function of the frame.</summary>
internal sealed class DelegateResolver(Func<ResolverFrame, object?> resolve) : ValueResolver
{
    /// <summary>A resolver that reads its parent and nothing else.</summary>
    public static DelegateResolver Of<TParent>(Func<TParent, object?> read) => new(frame => read((TParent)frame.Parent!));

    public override object? Resolve(ResolverFrame frame) => resolve(frame);
}
