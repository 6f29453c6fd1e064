using System.Reflection;

namespace Investr.GraphQL;

/// <summary>Says something of the field that a method or property is. Derive from it to give a name to what several fields share.</summary>
/// <remarks>
/// Attributes of one member apply in the order in which they are written, the first outermost. An attribute that puts middleware around the
/// field takes its line as <see cref="Order"/>: <c>public UseTimingAttribute([CallerLineNumber] int order = 0) => Order = order;</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
public abstract class ObjectFieldDescriptorAttribute : Attribute
{
    /// <summary>When it applies: those with the lesser number first.</summary>
    public int Order { get; set; }

    /// <summary>Says it.</summary>
    /// <param name="context">What may be asked while the schema is made.</param>
    /// <param name="descriptor">The field.</param>
    /// <param name="member">The method or property; null for a field that has neither.</param>
    protected abstract void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member);

    internal void Configure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) =>
        OnConfigure(context, descriptor, member);
}
