using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§5.6.3: "Input objects must not contain more than one field of the same name, otherwise an ambiguity would exist which includes an ignored portion of syntax."</summary>
internal sealed class InputObjectFieldUniqueness(ValidationContext context) : ValidationRule
{
    private readonly Stack<Dictionary<string, NameNode>> _seen = [];

    public override bool Enter(SyntaxNode node)
    {
        switch (node)
        {
            case ObjectValueNode:
                _seen.Push(new(StringComparer.Ordinal));
                break;
            case ObjectFieldNode { Name: var name } when !_seen.Peek().TryAdd(name.Value, name):
                context.Report($"There can be only one input field named \"{name}\".", _seen.Peek()[name.Value], name);
                break;
        }

        return true;
    }

    public override void Leave(SyntaxNode node)
    {
        if (node is ObjectValueNode) _seen.Pop();
    }
}
