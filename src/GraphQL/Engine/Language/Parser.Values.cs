namespace Investr.GraphQL.Language;

/// <summary>§2.6, §2.10-2.13 Arguments, values, type references and directives.</summary>
public ref partial struct Parser
{
    private ArgumentNode[] Arguments(bool isConstant) => isConstant
        ? OptionalMany(TokenKind.ParenthesisLeft, static (scoped ref Parser parser) => parser.Argument(isConstant: true), TokenKind.ParenthesisRight)
        : OptionalMany(TokenKind.ParenthesisLeft, static (scoped ref Parser parser) => parser.Argument(isConstant: false), TokenKind.ParenthesisRight);

    private ArgumentNode Argument(bool isConstant)
    {
        var start = _lexer.Start;
        var name = Name();
        Expect(TokenKind.Colon);
        return new(name, Value(isConstant)) { Start = start, End = _lastEnd };
    }

    private ValueNode Value(bool isConstant)
    {
        switch (_lexer.Kind)
        {
            case TokenKind.BracketLeft:
                return List(isConstant);
            case TokenKind.BraceLeft:
                return Object(isConstant);
            case TokenKind.Dollar:
                return isConstant ? throw VariableInConstant() : Variable();
            case TokenKind.String or TokenKind.BlockString:
                return String();
            case TokenKind.Int or TokenKind.Float or TokenKind.Name:
                var literal = Literal();
                Advance();
                return literal;
            default:
                throw Unexpected();
        }
    }

    private ValueNode Literal()
    {
        var (start, end) = (_lexer.Start, _lexer.End);
        return (_lexer.Kind, _lexer.Value) switch
        {
            (TokenKind.Int, var digits) => new IntValueNode(digits) { Start = start, End = end },
            (TokenKind.Float, var digits) => new FloatValueNode(digits) { Start = start, End = end },
            (_, "true") => new BooleanValueNode(true) { Start = start, End = end },
            (_, "false") => new BooleanValueNode(false) { Start = start, End = end },
            (_, "null") => new NullValueNode { Start = start, End = end },
            (_, var name) => new EnumValueNode(name) { Start = start, End = end },
        };
    }

    private SyntaxException VariableInConstant()
    {
        var dollar = _lexer;
        Advance();
        return Peek(TokenKind.Name)
            ? new($"Unexpected variable \"${_lexer.Value}\" in constant value.", dollar.Start)
            : Unexpected(dollar);
    }

    private StringValueNode String()
    {
        var node = new StringValueNode(_lexer.Value, _lexer.Kind == TokenKind.BlockString) { Start = _lexer.Start, End = _lexer.End };
        Advance();
        return node;
    }

    private StringValueNode? Description() => PeekString ? String() : null;

    private ListValueNode List(bool isConstant)
    {
        var start = _lexer.Start;
        Enter();
        var items = isConstant
            ? Any(TokenKind.BracketLeft, static (scoped ref Parser parser) => parser.Value(isConstant: true), TokenKind.BracketRight)
            : Any(TokenKind.BracketLeft, static (scoped ref Parser parser) => parser.Value(isConstant: false), TokenKind.BracketRight);
        Leave();
        return new(items) { Start = start, End = _lastEnd };
    }

    private ObjectValueNode Object(bool isConstant)
    {
        var start = _lexer.Start;
        Enter();
        var fields = isConstant
            ? Any(TokenKind.BraceLeft, static (scoped ref Parser parser) => parser.ObjectField(isConstant: true), TokenKind.BraceRight)
            : Any(TokenKind.BraceLeft, static (scoped ref Parser parser) => parser.ObjectField(isConstant: false), TokenKind.BraceRight);
        Leave();
        return new(fields) { Start = start, End = _lastEnd };
    }

    private ObjectFieldNode ObjectField(bool isConstant)
    {
        var start = _lexer.Start;
        var name = Name();
        Expect(TokenKind.Colon);
        return new(name, Value(isConstant)) { Start = start, End = _lastEnd };
    }

    private DirectiveNode[] Directives(bool isConstant)
    {
        if (!Peek(TokenKind.At)) return [];
        var directives = new List<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            if (directives.Count == _limits.MaxDirectives)
            {
                throw TooLarge($"Document contains more than {_limits.MaxDirectives} directives at one place. Parsing aborted.");
            }

            directives.Add(Directive(isConstant));
        }

        return [.. directives];
    }

    private DirectiveNode Directive(bool isConstant)
    {
        var start = _lexer.Start;
        Expect(TokenKind.At);
        return new(Name(), Arguments(isConstant)) { Start = start, End = _lastEnd };
    }

    private TypeNode TypeReference()
    {
        var start = _lexer.Start;
        TypeNode type;
        if (Skip(TokenKind.BracketLeft))
        {
            Enter();
            var inner = TypeReference();
            Leave();
            Expect(TokenKind.BracketRight);
            type = new ListTypeNode(inner) { Start = start, End = _lastEnd };
        }
        else
        {
            type = NamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type) { Start = start, End = _lastEnd } : type;
    }

    private NamedTypeNode NamedType()
    {
        var name = Name();
        return new(name) { Start = name.Start, End = name.End };
    }
}
