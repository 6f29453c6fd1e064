namespace Investr.GraphQL.Language;

/// <summary>§3.14 The name of one element of a schema: <c>Type</c>, <c>Type.member</c>, <c>Type.field(argument:)</c>, <c>@directive</c> or
/// <c>@directive(argument:)</c>.</summary>
/// <param name="Name">The type's name, or the directive's without its at sign.</param>
/// <param name="MemberName">The field, input field or enum value; null for a type or directive itself.</param>
/// <param name="ArgumentName">The argument of the field or directive; null where the coordinate names none.</param>
/// <param name="OfDirective">Whether it names a directive or an argument of one.</param>
public readonly record struct SchemaCoordinate(string Name, string? MemberName = null, string? ArgumentName = null, bool OfDirective = false)
{
    /// <summary>Reads a coordinate. It has neither spaces nor comments.</summary>
    /// <exception cref="SyntaxException">The text is no coordinate.</exception>
    public static SchemaCoordinate Parse(string text)
    {
        var tokens = new CoordinateTokens(text);
        tokens.Advance();
        var ofDirective = tokens.Skip('@');
        var name = tokens.ExpectName();
        var member = !ofDirective && tokens.Skip('.') ? tokens.ExpectName() : null;
        var argument = (ofDirective || member is not null) && tokens.Skip('(') ? Argument(ref tokens) : null;
        tokens.ExpectEnd();
        return new(name, member, argument, ofDirective);
    }

    /// <summary>Reads a coordinate; false where the text is none.</summary>
    public static bool TryParse(string text, out SchemaCoordinate coordinate)
    {
        try
        {
            coordinate = Parse(text);
            return true;
        }
        catch (SyntaxException)
        {
            coordinate = default;
            return false;
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var owner = OfDirective ? $"@{Name}" : MemberName is null ? Name : $"{Name}.{MemberName}";
        return ArgumentName is null ? owner : $"{owner}({ArgumentName}:)";
    }

    private static string Argument(ref CoordinateTokens tokens)
    {
        var name = tokens.ExpectName();
        tokens.Expect(':');
        tokens.Expect(')');
        return name;
    }
}
