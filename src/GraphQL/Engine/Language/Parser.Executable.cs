namespace Investr.GraphQL.Language;

/// <summary>§2.2-2.8 Documents, operations, selections and fragments.</summary>
public ref partial struct Parser
{
    private DefinitionNode[] Definitions() =>
        Many(TokenKind.StartOfFile, static (scoped ref Parser parser) => parser.Definition(), TokenKind.EndOfFile);

    private DefinitionNode Definition()
    {
        if (Peek(TokenKind.BraceLeft)) return Shorthand();

        var hasDescription = PeekString;
        var keyword = hasDescription ? Lookahead() : _lexer;
        if (hasDescription && keyword.Kind == TokenKind.BraceLeft)
        {
            throw Refuse("Unexpected description, descriptions are not supported on shorthand queries.");
        }

        if (keyword.Kind != TokenKind.Name) throw Unexpected(keyword);
        switch (keyword.Value)
        {
            case "query" or "mutation" or "subscription":
                return Operation();
            case "fragment":
                return Fragment();
            case "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive":
                return TypeSystemDefinition(keyword.Value);
            case var _ when hasDescription:
                throw Refuse("Unexpected description, only GraphQL definitions support descriptions.");
            case "extend":
                return TypeSystemExtension();
            default:
                throw Unexpected(keyword);
        }
    }

    private OperationDefinitionNode Shorthand()
    {
        var start = _lexer.Start;
        return new(OperationType.Query, null, [], [], SelectionSet()) { Start = start, End = _lastEnd };
    }

    private OperationDefinitionNode Operation()
    {
        var start = _lexer.Start;
        var description = Description();
        var operation = OperationKind();
        var name = Peek(TokenKind.Name) ? Name() : null;
        var variables = OptionalMany(
            TokenKind.ParenthesisLeft, static (scoped ref Parser parser) => parser.VariableDefinition(), TokenKind.ParenthesisRight);
        return new(operation, name, variables, Directives(isConstant: false), SelectionSet(), description) { Start = start, End = _lastEnd };
    }

    private OperationType OperationKind()
    {
        if (!Peek(TokenKind.Name)) Expect(TokenKind.Name);
        var keyword = _lexer;
        Advance();
        return keyword.Value switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => throw Unexpected(keyword),
        };
    }

    private VariableDefinitionNode VariableDefinition()
    {
        var start = _lexer.Start;
        var description = Description();
        var variable = Variable();
        Expect(TokenKind.Colon);
        var type = TypeReference();
        var defaultValue = Skip(TokenKind.Equals) ? Value(isConstant: true) : null;
        return new(variable, type, defaultValue, Directives(isConstant: true), description) { Start = start, End = _lastEnd };
    }

    private VariableNode Variable()
    {
        var start = _lexer.Start;
        Expect(TokenKind.Dollar);
        return new(Name()) { Start = start, End = _lastEnd };
    }

    private SelectionSetNode SelectionSet()
    {
        var start = _lexer.Start;
        Enter();
        var selections = Many(TokenKind.BraceLeft, static (scoped ref Parser parser) => parser.Selection(), TokenKind.BraceRight);
        Leave();
        return new(selections) { Start = start, End = _lastEnd };
    }

    private SelectionNode Selection() => Peek(TokenKind.Spread) ? SpreadOrInlineFragment() : Field();

    private FieldNode Field()
    {
        if (++_fields > _limits.MaxFields) throw TooLarge($"Document contains more than {_limits.MaxFields} fields. Parsing aborted.");

        var start = _lexer.Start;
        var name = Name();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon)) (alias, name) = (name, Name());
        var arguments = Arguments(isConstant: false);
        var directives = Directives(isConstant: false);
        return new(alias, name, arguments, directives, OptionalSelectionSet()) { Start = start, End = _lastEnd };
    }

    private SelectionSetNode? OptionalSelectionSet() => Peek(TokenKind.BraceLeft) ? SelectionSet() : null;

    private SelectionNode SpreadOrInlineFragment()
    {
        var start = _lexer.Start;
        Expect(TokenKind.Spread);
        var hasCondition = SkipKeyword("on"u8);
        if (!hasCondition && Peek(TokenKind.Name))
        {
            return new FragmentSpreadNode(FragmentName(), Directives(isConstant: false)) { Start = start, End = _lastEnd };
        }

        var condition = hasCondition ? NamedType() : null;
        return new InlineFragmentNode(condition, Directives(isConstant: false), SelectionSet()) { Start = start, End = _lastEnd };
    }

    private FragmentDefinitionNode Fragment()
    {
        var start = _lexer.Start;
        var description = Description();
        ExpectKeyword("fragment"u8);
        var name = FragmentName();
        ExpectKeyword("on"u8);
        return new(name, NamedType(), Directives(isConstant: false), SelectionSet(), description) { Start = start, End = _lastEnd };
    }

    // §2.8: FragmentName is a Name but not "on".
    private NameNode FragmentName() =>
        _lexer.Kind.HasValue() && _lexer.Value == "on" ? throw Unexpected() : Name();
}
