using System.Reflection;
using Investr.GraphQL.Descriptors;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Security;

/// <summary>What a field costs where it does not say: a resolver that waits or asks a service its weight, a page its size.</summary>
internal sealed class CostDefaults(BindingContext context)
{
    private static readonly string[] SizedByPage = ["edges", "nodes"];

    private CostOptions Options => context.Configuration.RequestOptions.Cost;

    /// <summary>The directives of a field's member: its own, and the defaults for what it leaves open.</summary>
    public IReadOnlyList<AppliedDirective> Of(MemberInfo member, FieldDescriptor field)
    {
        var own = CostDirectives.Of(member).ToList();
        if (!Options.ApplyCostDefaults || member is not MethodInfo method) return own;

        if (field.Paging is { } paging && !Has(CostDirectives.ListSize)) own.Insert(0, Page(paging));
        if (IsResolver(method) && !Has(CostDirectives.Cost)) own.Add(CostDirectives.Weighing(Options.DefaultResolverCost));
        return own;

        bool Has(DirectiveDefinition directive) => field.Has(directive) || CostDirectives.Find(own, directive.Name) is not null;
    }

    /// <summary>The directives of a field that the library resolves itself.</summary>
    public IReadOnlyList<AppliedDirective> OfResolver(ListSizeAttribute? size = null)
    {
        if (!Options.ApplyCostDefaults) return [];

        var weight = CostDirectives.Weighing(Options.DefaultResolverCost);
        return size is null ? [weight] : [CostDirectives.Sized(size), weight];
    }

    private AppliedDirective Page(PagingOptions paging)
    {
        var max = paging.MaxPageSize ?? context.Options.MaxPageSize;
        return CostDirectives.Sized(new()
        {
            AssumedSize = max,
            SlicingArguments = ["first", "last"],
            SlicingArgumentDefaultValue = Math.Min(paging.DefaultPageSize ?? context.Options.DefaultPageSize, max),
            SizedFields = SizedByPage,
        });
    }

    private bool IsResolver(MethodInfo method) => FieldBinder.TaskResultOf(method.ReturnType) is not null
        || method.GetParameters().Any(parameter => parameter.IsDefined(typeof(ServiceAttribute)) || context.IsService(parameter.ParameterType));
}
