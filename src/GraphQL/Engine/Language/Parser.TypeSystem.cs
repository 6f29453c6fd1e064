namespace Investr.GraphQL.Language;

/// <summary>§3 Type system definitions and extensions.</summary>
public ref partial struct Parser
{
    private TypeSystemNode TypeSystemDefinition(string keyword)
    {
        var start = _lexer.Start;
        var description = Description();
        Advance();
        return keyword switch
        {
            "schema" => Schema(start, description, isExtension: false),
            "directive" => DirectiveDefinition(start, description),
            _ => TypeDefinition(keyword, start, description, isExtension: false),
        };
    }

    private TypeSystemNode TypeSystemExtension()
    {
        var start = _lexer.Start;
        var keyword = Lookahead();
        if (keyword.Kind != TokenKind.Name || keyword.Value is not ("schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input"))
        {
            throw Unexpected(keyword);
        }

        Advance();
        Advance();
        return keyword.Value == "schema"
            ? Schema(start, null, isExtension: true)
            : TypeDefinition(keyword.Value, start, null, isExtension: true);
    }

    private TypeDefinitionNode TypeDefinition(string keyword, int start, StringValueNode? description, bool isExtension)
    {
        var name = Name();
        return keyword switch
        {
            "scalar" => Scalar(start, description, name, isExtension),
            "type" or "interface" => FieldsType(keyword, start, description, name, isExtension),
            "union" => Union(start, description, name, isExtension),
            "enum" => Enum(start, description, name, isExtension),
            _ => InputObject(start, description, name, isExtension),
        };
    }

    private SchemaNode Schema(int start, StringValueNode? description, bool isExtension)
    {
        var directives = Directives(isConstant: true);
        var operations = isExtension && !Peek(TokenKind.BraceLeft)
            ? []
            : Many(TokenKind.BraceLeft, static (scoped ref Parser parser) => parser.RootOperation(), TokenKind.BraceRight);
        RequireSomething(isExtension, directives.Length + operations.Length);
        return new(description, directives, operations) { Start = start, End = _lastEnd, IsExtension = isExtension };
    }

    private RootOperationNode RootOperation()
    {
        var start = _lexer.Start;
        var operation = OperationKind();
        Expect(TokenKind.Colon);
        return new(operation, NamedType()) { Start = start, End = _lastEnd };
    }

    private ScalarTypeNode Scalar(int start, StringValueNode? description, NameNode name, bool isExtension)
    {
        var directives = Directives(isConstant: true);
        RequireSomething(isExtension, directives.Length);
        return new(description, name, directives) { Start = start, End = _lastEnd, IsExtension = isExtension };
    }

    private FieldsTypeNode FieldsType(string keyword, int start, StringValueNode? description, NameNode name, bool isExtension)
    {
        var interfaces = SkipKeyword("implements"u8)
            ? Delimited(TokenKind.Ampersand, static (scoped ref Parser parser) => parser.NamedType())
            : [];
        var directives = Directives(isConstant: true);
        var fields = OptionalMany(
            TokenKind.BraceLeft, static (scoped ref Parser parser) => parser.FieldDefinition(), TokenKind.BraceRight);
        RequireSomething(isExtension, interfaces.Length + directives.Length + fields.Length);
        return keyword == "type"
            ? new ObjectTypeNode(description, name, interfaces, directives, fields) { Start = start, End = _lastEnd, IsExtension = isExtension }
            : new InterfaceTypeNode(description, name, interfaces, directives, fields) { Start = start, End = _lastEnd, IsExtension = isExtension };
    }

    private FieldDefinitionNode FieldDefinition()
    {
        var start = _lexer.Start;
        var description = Description();
        var name = Name();
        var arguments = ArgumentDefinitions();
        Expect(TokenKind.Colon);
        return new(description, name, arguments, TypeReference(), Directives(isConstant: true)) { Start = start, End = _lastEnd };
    }

    private InputValueDefinitionNode[] ArgumentDefinitions() => OptionalMany(
        TokenKind.ParenthesisLeft, static (scoped ref Parser parser) => parser.InputValueDefinition(), TokenKind.ParenthesisRight);

    private InputValueDefinitionNode InputValueDefinition()
    {
        var start = _lexer.Start;
        var description = Description();
        var name = Name();
        Expect(TokenKind.Colon);
        var type = TypeReference();
        var defaultValue = Skip(TokenKind.Equals) ? Value(isConstant: true) : null;
        return new(description, name, type, defaultValue, Directives(isConstant: true)) { Start = start, End = _lastEnd };
    }

    private UnionTypeNode Union(int start, StringValueNode? description, NameNode name, bool isExtension)
    {
        var directives = Directives(isConstant: true);
        var members = Skip(TokenKind.Equals) ? Delimited(TokenKind.Pipe, static (scoped ref Parser parser) => parser.NamedType()) : [];
        RequireSomething(isExtension, directives.Length + members.Length);
        return new(description, name, directives, members) { Start = start, End = _lastEnd, IsExtension = isExtension };
    }

    private EnumTypeNode Enum(int start, StringValueNode? description, NameNode name, bool isExtension)
    {
        var directives = Directives(isConstant: true);
        var values = OptionalMany(
            TokenKind.BraceLeft, static (scoped ref Parser parser) => parser.EnumValueDefinition(), TokenKind.BraceRight);
        RequireSomething(isExtension, directives.Length + values.Length);
        return new(description, name, directives, values) { Start = start, End = _lastEnd, IsExtension = isExtension };
    }

    private EnumValueDefinitionNode EnumValueDefinition()
    {
        var start = _lexer.Start;
        var description = Description();
        if (_lexer.Kind.HasValue() && _lexer.Value is "true" or "false" or "null")
        {
            throw Refuse($"{_lexer.Describe()} is reserved and cannot be used for an enum value.");
        }

        return new(description, Name(), Directives(isConstant: true)) { Start = start, End = _lastEnd };
    }

    private InputObjectTypeNode InputObject(int start, StringValueNode? description, NameNode name, bool isExtension)
    {
        var directives = Directives(isConstant: true);
        var fields = OptionalMany(
            TokenKind.BraceLeft, static (scoped ref Parser parser) => parser.InputValueDefinition(), TokenKind.BraceRight);
        RequireSomething(isExtension, directives.Length + fields.Length);
        return new(description, name, directives, fields) { Start = start, End = _lastEnd, IsExtension = isExtension };
    }

    private DirectiveDefinitionNode DirectiveDefinition(int start, StringValueNode? description)
    {
        Expect(TokenKind.At);
        var name = Name();
        var arguments = ArgumentDefinitions();
        var isRepeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        var locations = Delimited(TokenKind.Pipe, static (scoped ref Parser parser) => parser.DirectiveLocation());
        return new(description, name, arguments, isRepeatable, locations) { Start = start, End = _lastEnd };
    }

    private NameNode DirectiveLocation()
    {
        var token = _lexer;
        var name = Name();
        return DirectiveLocations.All.Contains(name.Value) ? name : throw Unexpected(token);
    }

    // An extension that adds nothing is none.
    private void RequireSomething(bool isExtension, int parts)
    {
        if (isExtension && parts == 0) throw Unexpected();
    }
}
