using System.Reflection;
using System.Runtime.CompilerServices;

namespace Investr.GraphQL;

/// <summary>Of the items of an <see cref="IQueryable{T}"/> no more is read than what is selected.</summary>
/// <remarks>
/// A resolver that takes its [Parent] needs all of it, unless it says what (<see cref="ParentAttribute.Requires"/>). Items are made with their
/// constructor or their properties; where neither can take what is needed, whole items are read. Is written after [UsePaging], [UseFirstOrDefault]
/// and [UseSingleOrDefault], and before [UseFiltering] and [UseSorting].
/// </remarks>
public sealed class UseProjectionAttribute : ObjectFieldDescriptorAttribute
{
    /// <summary>Takes its place from the line that it is written on.</summary>
    public UseProjectionAttribute([CallerLineNumber] int order = 0) => Order = order;

    /// <inheritdoc/>
    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) => descriptor.UseProjection();
}

/// <summary>The first item of the list is the field's value; null where there is none. A provider reads one row.</summary>
public sealed class UseFirstOrDefaultAttribute : ObjectFieldDescriptorAttribute
{
    /// <summary>Takes its place from the line that it is written on.</summary>
    public UseFirstOrDefaultAttribute([CallerLineNumber] int order = 0) => Order = order;

    /// <inheritdoc/>
    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) => descriptor.UseFirstOrDefault();
}

/// <summary>The only item of the list is the field's value; null where there is none. Several are an error of the field.</summary>
public sealed class UseSingleOrDefaultAttribute : ObjectFieldDescriptorAttribute
{
    /// <summary>Takes its place from the line that it is written on.</summary>
    public UseSingleOrDefaultAttribute([CallerLineNumber] int order = 0) => Order = order;

    /// <inheritdoc/>
    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member) => descriptor.UseSingleOrDefault();
}

/// <summary>The property is always read with its item, whatever is selected; or, with false, only where a field of it is.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IsProjectedAttribute(bool value = true) : Attribute
{
    /// <summary>Whether it always is.</summary>
    public bool Value { get; } = value;
}
