using System.Text;
using System.Text.Unicode;

namespace Investr.GraphQL.Language;

/// <summary>§2 Turns text into a syntax tree, one token ahead, by recursive descent.</summary>
public ref partial struct Parser
{
    private readonly ParserLimits _limits;
    private Lexer _lexer;
    private int _lastEnd;
    private int _tokens;
    private int _fields;
    private int _depth;

    private Parser(SourceText source, ParserLimits? limits)
    {
        _limits = limits ?? ParserLimits.Default;
        _lexer = new(source.Utf8.Span);
        RequireUtf8(source.Utf8.Span);
        RequireFewTokens(source.Utf8.Span);
    }

    private delegate T Rule<T>(scoped ref Parser parser);

    /// <summary>Parses a document.</summary>
    /// <exception cref="SyntaxException">The text is not a document, or larger than a limit.</exception>
    public static DocumentNode Parse(SourceText source, ParserLimits? limits = null) =>
        Read(source, limits, (scoped ref Parser parser) => new DocumentNode(source, parser.Definitions()) { End = parser._lastEnd });

    /// <summary>Parses a document.</summary>
    /// <exception cref="SyntaxException">The text is not a document, or larger than a limit.</exception>
    public static DocumentNode Parse(string text, ParserLimits? limits = null) => Parse(new SourceText(text), limits);

    /// <summary>Parses one value, which may use variables.</summary>
    /// <exception cref="SyntaxException">The text is not a value, or larger than a limit.</exception>
    public static ValueNode ParseValue(SourceText source, ParserLimits? limits = null) =>
        Read(source, limits, static (scoped ref Parser parser) => parser.Whole(static (scoped ref Parser inner) => inner.Value(isConstant: false)));

    /// <summary>Parses one type reference.</summary>
    /// <exception cref="SyntaxException">The text is not a type reference, or larger than a limit.</exception>
    public static TypeNode ParseType(SourceText source, ParserLimits? limits = null) =>
        Read(source, limits, static (scoped ref Parser parser) => parser.Whole(static (scoped ref Parser inner) => inner.TypeReference()));

    private static T Read<T>(SourceText source, ParserLimits? limits, Rule<T> rule)
    {
        try
        {
            var parser = new Parser(source, limits);
            return rule(ref parser);
        }
        catch (SyntaxException refused)
        {
            refused.Location = source.LocationOf(refused.Offset);
            throw;
        }
    }

    private static void RequireUtf8(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text)) return;
        var offset = 0;
        while (Rune.DecodeFromUtf8(text[offset..], out _, out var length) == System.Buffers.OperationStatus.Done) offset += length;
        throw new SyntaxException($"Invalid character: the byte 0x{text[offset]:X2} is not UTF-8 here.", offset);
    }

    // Before nodes are made of the text, whose strings alone may be megabytes. With fewer bytes than that it cannot have too many tokens.
    private readonly void RequireFewTokens(ReadOnlySpan<byte> text)
    {
        if (text.Length <= _limits.MaxTokens) return;
        try
        {
            var ahead = this;
            while (!ahead.Peek(TokenKind.EndOfFile)) ahead.Advance();
        }
        catch (SyntaxException fault) when (!fault.IsLimit)
        {
            // The parsing tells it, unless it finds something wrong before.
        }
    }

    private T Whole<T>(Rule<T> rule)
    {
        Expect(TokenKind.StartOfFile);
        var node = rule(ref this);
        Expect(TokenKind.EndOfFile);
        return node;
    }

    private readonly bool Peek(TokenKind kind) => _lexer.Kind == kind;

    private readonly bool PeekString => _lexer.Kind is TokenKind.String or TokenKind.BlockString;

    private void Advance()
    {
        _lastEnd = _lexer.End;
        _lexer.Advance();
        if (_lexer.Kind != TokenKind.EndOfFile && ++_tokens > _limits.MaxTokens)
        {
            throw TooLarge($"Document contains more than {_limits.MaxTokens} tokens. Parsing aborted.");
        }
    }

    private void Expect(TokenKind kind)
    {
        if (!Skip(kind)) throw Refuse($"Expected {kind.Describe()}, found {_lexer.Describe()}.");
    }

    private bool Skip(TokenKind kind)
    {
        if (_lexer.Kind != kind) return false;
        Advance();
        return true;
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!SkipKeyword(keyword)) throw Refuse($"Expected \"{Encoding.UTF8.GetString(keyword)}\", found {_lexer.Describe()}.");
    }

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!_lexer.IsName(keyword)) return false;
        Advance();
        return true;
    }

    private readonly Lexer Lookahead()
    {
        var next = _lexer;
        next.Advance();
        return next;
    }

    // One or more between two tokens.
    private T[] Many<T>(TokenKind open, Rule<T> rule, TokenKind close)
    {
        Expect(open);
        var nodes = new List<T>();
        do nodes.Add(rule(ref this));
        while (!Skip(close));
        return [.. nodes];
    }

    // One or more between two tokens, or nothing at all.
    private T[] OptionalMany<T>(TokenKind open, Rule<T> rule, TokenKind close) =>
        Peek(open) ? Many(open, rule, close) : [];

    // None or more between two tokens.
    private T[] Any<T>(TokenKind open, Rule<T> rule, TokenKind close)
    {
        Expect(open);
        var nodes = new List<T>();
        while (!Skip(close)) nodes.Add(rule(ref this));
        return [.. nodes];
    }

    // One or more with a token between them, which may also lead.
    private T[] Delimited<T>(TokenKind delimiter, Rule<T> rule)
    {
        Skip(delimiter);
        var nodes = new List<T>();
        do nodes.Add(rule(ref this));
        while (Skip(delimiter));
        return [.. nodes];
    }

    private NameNode Name()
    {
        if (!Peek(TokenKind.Name)) Expect(TokenKind.Name);
        var name = new NameNode(_lexer.Value) { Start = _lexer.Start, End = _lexer.End };
        Advance();
        return name;
    }

    private void Enter()
    {
        if (++_depth > _limits.MaxDepth) throw TooLarge($"Document nests deeper than {_limits.MaxDepth} levels. Parsing aborted.");
    }

    private void Leave() => _depth--;

    private readonly SyntaxException Refuse(string message) => new(message, _lexer.Start);

    private readonly SyntaxException TooLarge(string message) => new(message, _lexer.Start) { IsLimit = true };

    private SyntaxException Unexpected() => Unexpected(_lexer);

    private static SyntaxException Unexpected(Lexer token) => new($"Unexpected {token.Describe()}.", token.Start);
}
