using System.Globalization;
using System.Reflection;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Security;

/// <summary>The directives of IBM's cost specification, as the printed schema shows them and the analysis reads them.</summary>
internal static class CostDirectives
{
    public static DirectiveDefinition Cost { get; } = new(
        "cost",
        ["ARGUMENT_DEFINITION", "ENUM", "FIELD_DEFINITION", "INPUT_FIELD_DEFINITION", "OBJECT", "SCALAR"],
        [
            new("weight", new NonNullType(BuiltInScalars.String)) { RuntimeType = typeof(string), Description = "A decimal number." },
        ])
    { Description = "What each use costs." };

    public static DirectiveDefinition ListSize { get; } = new(
        "listSize",
        ["FIELD_DEFINITION"],
        [
            new("assumedSize", BuiltInScalars.Int)
            {
                RuntimeType = typeof(int?), Description = "The length where no slicing argument tells.",
            },
            Names("slicingArguments", "Arguments that tell the length: a number by its value, a list by its own length."),
            new("slicingArgumentDefaultValue", BuiltInScalars.Int)
            {
                RuntimeType = typeof(int?), Description = "The length where no slicing argument is given.",
            },
            Names("sizedFields", "The fields below that are as long."),
            new("requireOneSlicingArgument", new NonNullType(BuiltInScalars.Boolean))
            {
                RuntimeType = typeof(bool),
                DefaultValue = new BooleanValueNode(true),
                Description = "Whether exactly one slicing argument must be given.",
            },
        ])
    { Description = "How long a list can become." };

    /// <summary>What a member says itself of its cost and length.</summary>
    public static IEnumerable<AppliedDirective> Of(ICustomAttributeProvider member)
    {
        var attributes = member.GetCustomAttributes(inherit: false);
        if (attributes.OfType<CostAttribute>().FirstOrDefault() is { } cost) yield return Weighing(cost.Weight);
        if (attributes.OfType<ListSizeAttribute>().FirstOrDefault() is { } size) yield return Sized(size);
    }

    /// <summary>What the classes that make up an object type say of the cost of its values.</summary>
    public static IEnumerable<AppliedDirective> OfType(Type type, IEnumerable<Types.Binding.Extension> extensions) =>
        extensions.Where(extension => extension.DefinesType).Select(extension => extension.Class).Append(type).SelectMany(Of).Take(1);

    public static AppliedDirective Weighing(double weight) =>
        new(Cost.Name, [new(new("weight"), new StringValueNode(weight.ToString(CultureInfo.InvariantCulture)))]);

    public static AppliedDirective Sized(ListSizeAttribute size)
    {
        var arguments = new List<ArgumentNode>();
        if (size.Assumed is { } assumed) Add("assumedSize", Number(assumed));
        if (size.SlicingArguments.Length > 0) Add("slicingArguments", Texts(size.SlicingArguments));
        if (size.Default is { } given) Add("slicingArgumentDefaultValue", Number(given));
        if (size.SizedFields.Length > 0) Add("sizedFields", Texts(size.SizedFields));
        if (size.SlicingArguments.Length > 0) Add("requireOneSlicingArgument", new BooleanValueNode(size.RequireOneSlicingArgument));
        return new(ListSize.Name, arguments);

        void Add(string name, ValueNode value) => arguments.Add(new(new(name), value));
    }

    /// <summary>The weight that directives tell; the one given where they tell none.</summary>
    public static double WeightIn(IReadOnlyList<AppliedDirective> directives, double otherwise) =>
        Find(directives, Cost.Name) is { Arguments: [{ Value: StringValueNode weight }] }
            ? double.Parse(weight.Value, NumberStyles.Float, CultureInfo.InvariantCulture)
            : otherwise;

    public static AppliedDirective? Find(IReadOnlyList<AppliedDirective> directives, string name)
    {
        for (var i = 0; i < directives.Count; i++)
        {
            if (directives[i].Name == name) return directives[i];
        }

        return null;
    }

    private static ArgumentDefinition Names(string name, string description) =>
        new(name, new ListType(new NonNullType(BuiltInScalars.String))) { RuntimeType = typeof(string[]), Description = description };

    private static IntValueNode Number(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    private static ListValueNode Texts(IEnumerable<string> values) => new([.. values.Select(value => new StringValueNode(value))]);
}
