using System.Reflection;

namespace Investr.GraphQL.Types.Resolvers;

/// <summary>Typed delegates of property getters, made without compiling anything.</summary>
internal static class Getters
{
    private delegate TValue StructGetter<TParent, TValue>(ref TParent parent);

    public static Func<TParent, TValue> Of<TParent, TValue>(MethodInfo getter)
    {
        if (getter.IsStatic || !typeof(TParent).IsValueType) return getter.CreateDelegate<Func<TParent, TValue>>();

        var read = getter.CreateDelegate<StructGetter<TParent, TValue>>();
        return parent => read(ref parent);
    }
}
