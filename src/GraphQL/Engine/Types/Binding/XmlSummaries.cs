using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Investr.GraphQL.Types.Binding;

/// <summary>The XML documentation of the assemblies, as the schema's descriptions.</summary>
internal sealed class XmlSummaries
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _documents = [];

    public string? Of(Type type) => Text(Find(type.Assembly, $"T:{NameOf(type)}")?.Element("summary"));

    public string? Of(MemberInfo member) => Of(member, member.DeclaringType!);

    /// <summary>A method's parameter, or a record's positional one.</summary>
    public string? Of(ParameterInfo parameter)
    {
        var member = parameter.Member;
        var declaring = member.DeclaringType!;
        var documented = member is ConstructorInfo
            ? Find(declaring.Assembly, $"T:{NameOf(declaring)}") ?? Find(declaring.Assembly, $"M:{NameOf(declaring)}.#ctor")
            : Find(declaring.Assembly, $"M:{NameOf(declaring)}.{member.Name}");
        return Text(Parameter(documented, parameter.Name));
    }

    private string? Of(MemberInfo member, Type declaring)
    {
        var kind = member switch { PropertyInfo => 'P', FieldInfo => 'F', _ => 'M' };
        var found = Find(declaring.Assembly, $"{kind}:{NameOf(declaring)}.{member.Name}");
        if (Text(found?.Element("summary")) is { } summary) return summary;
        if (found is not null && found.Element("inheritdoc") is null) return null;

        // A positional record documents its properties as parameters; what is inherited is documented where it was first declared.
        var positional = member is PropertyInfo
            ? Parameter(Find(declaring.Assembly, $"T:{NameOf(declaring)}"), member.Name)
            : null;
        return Text(positional) ?? Ancestors(declaring)
            .Where(ancestor => ancestor.GetMember(member.Name).Length > 0)
            .Select(ancestor => Text(Find(ancestor.Assembly, $"{kind}:{NameOf(ancestor)}.{member.Name}")?.Element("summary")))
            .FirstOrDefault(text => text is not null);
    }

    private static XElement? Parameter(XElement? documented, string? name) =>
        documented?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == name);

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var at = type.BaseType; at is not null && at != typeof(object); at = at.BaseType) yield return at;
        foreach (var face in type.GetInterfaces()) yield return face;
    }

    private XElement? Find(Assembly assembly, string member)
    {
        if (!_documents.TryGetValue(assembly, out var members)) _documents[assembly] = members = Read(assembly);
        return members.GetValueOrDefault(member);
    }

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var members = new Dictionary<string, XElement>(StringComparer.Ordinal);
        if (assembly.IsDynamic || string.IsNullOrEmpty(assembly.Location)) return members;

        var file = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(file)) return members;

        foreach (var member in XDocument.Load(file).Descendants("member"))
        {
            // Overloads share a field's name, which a schema refuses anyway, so the name alone finds a method.
            var name = member.Attribute("name")!.Value;
            var parameters = name.IndexOf('(', StringComparison.Ordinal);
            members.TryAdd(parameters < 0 ? name : name[..parameters], member);
        }

        return members;
    }

    private static string NameOf(Type type)
    {
        var open = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return (open.FullName ?? open.Name).Replace('+', '.');
    }

    private static string? Text(XElement? element)
    {
        if (element is null) return null;

        var text = new StringBuilder();
        Append(element, text);
        var paragraphs = text.ToString().Split('\f').Select(Folded).Where(paragraph => paragraph.Length > 0);
        return string.Join("\n\n", paragraphs) is { Length: > 0 } whole ? whole : null;
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            _ = node switch
            {
                XText words => text.Append(words.Value),
                XElement { Name.LocalName: "para" } paragraph => text.Append('\f').Append(Inner(paragraph)).Append('\f'),
                XElement { Name.LocalName: "c" or "code" } code => text.Append('`').Append(code.Value).Append('`'),
                XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference =>
                    text.Append(Reference(reference)),
                XElement other => text.Append(Inner(other)),
                _ => text,
            };
        }
    }

    private static string Inner(XElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return text.ToString();
    }

    private static string Reference(XElement element)
    {
        if (element.Value.Length > 0) return element.Value;
        if (element.Attribute("langword") is { } word) return word.Value;
        if (element.Attribute("name") is { } name) return $"`{TypeNames.Member(name.Value)}`";
        if (element.Attribute("cref")?.Value is not { } cref) return element.Attribute("href")?.Value ?? "";

        var bare = cref.Split('(')[0].Split('`')[0];
        var last = bare[(bare.LastIndexOf('.') + 1)..];
        return $"`{(cref[0] == 'T' ? last : TypeNames.Member(last))}`";
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
