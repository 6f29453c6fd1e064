using System.Globalization;
using System.Text;
using System.Text.Json;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Tests.Execution;

/// <summary>§6.1.2, with the messages of graphql-js 16.15.</summary>
public sealed class VariableTests
{
    private readonly TestServer _server = new(
        """
        enum Color { RED GREEN }
        input In { a: Int! b: String = "b" c: [Int!] d: In e: Color }
        input One @oneOf { x: Int y: String }
        scalar Any
        scalar Upload
        type Query {
          int(v: Int): String ints(v: [Int!]): String need(v: Int!): String in(v: In): String one(v: One): String color(v: Color): String
          text(v: String): String id(v: ID): String float(v: Float): String any(v: Any): String flag(v: Boolean): String file(v: Upload): String
          filled(v: In! = { a: 7, e: GREEN }): String
        }
        """,
        new AnyType(), new UploadType());

    public VariableTests()
    {
        foreach (var field in _server.Schema.Query!.Fields) _server.On($"Query.{field.Name}", frame => Shown(frame.Arguments[0]));
    }

    [Theory]
    [InlineData("Int", "int", "1", "1")]
    [InlineData("Int", "int", "1.0", "1")]
    [InlineData("Int", "int", "1e2", "100")]
    [InlineData("Int", "int", "null", "null")]
    [InlineData("Int", "int", "", "missing")]
    [InlineData("Int = 3", "int", "", "3")]
    [InlineData("Int = 3", "int", "null", "null")]
    [InlineData("Int! = 3", "need", "", "3")]
    [InlineData("[Int!]", "ints", "[1,2]", "[1,2]")]
    [InlineData("[Int!]", "ints", "5", "[5]")]
    [InlineData("In", "in", """{"a":1}""", "{a:1,b:b}")]
    [InlineData("In", "in", """{"a":1,"b":null,"c":3,"d":{"a":2},"e":"RED"}""", "{a:1,b:null,c:[3],d:{a:2,b:b},e:RED}")]
    [InlineData("One", "one", """{"y":"z"}""", "{y:z}")]
    [InlineData("Color", "color", "\"GREEN\"", "GREEN")]
    [InlineData("String", "text", "\"\\u00e9\\n\"", "é\n")]
    [InlineData("ID", "id", "12", "12")]
    [InlineData("Float", "float", "3", "3")]
    [InlineData("Float", "float", "2.5", "2.5")]
    [InlineData("Any", "any", """{"k":[1,true]}""", "{k:[1,True]}")]
    public async Task A_value_is_read_as_its_type(string type, string field, string json, string shown) =>
        Assert.Equal(JsonSerializer.Serialize(shown), ValueOf(await AskAsync(type, field, json)));

    [Theory]
    [InlineData("Int!", "need", "", "Variable \"$v\" of required type \"Int!\" was not provided.")]
    [InlineData("Int!", "need", "null", "Variable \"$v\" of non-null type \"Int!\" must not be null.")]
    [InlineData("Int", "int", "1.5", "Variable \"$v\" got invalid value 1.5; Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "int", "\"x\"", "Variable \"$v\" got invalid value \"x\"; Int cannot represent non-integer value: \"x\"")]
    [InlineData("Int", "int", "9999999999", "Variable \"$v\" got invalid value 9999999999; Int cannot represent non 32-bit signed integer value: 9999999999")]
    [InlineData("[Int!]", "ints", "[1,null]", "Variable \"$v\" got invalid value null at \"v[1]\"; Expected non-nullable type \"Int!\" not to be null.")]
    [InlineData("In", "in", "5", "Variable \"$v\" got invalid value 5; Expected type \"In\" to be an object.")]
    [InlineData("In", "in", "{}", "Variable \"$v\" got invalid value {}; Field \"a\" of required type \"Int!\" was not provided.")]
    [InlineData("In", "in", """{"a":null}""", "Variable \"$v\" got invalid value null at \"v.a\"; Expected non-nullable type \"Int!\" not to be null.")]
    [InlineData("In", "in", """{"a":1,"zz":2}""", "Variable \"$v\" got invalid value { a: 1, zz: 2 }; Field \"zz\" is not defined by type \"In\".")]
    [InlineData("In", "in", """{"a":1,"d":{"a":"s"}}""", "Variable \"$v\" got invalid value \"s\" at \"v.d.a\"; Int cannot represent non-integer value: \"s\"")]
    [InlineData("Color", "color", "\"RAD\"", "Variable \"$v\" got invalid value \"RAD\"; Value \"RAD\" does not exist in \"Color\" enum. Did you mean the enum value \"RED\"?")]
    [InlineData("Color", "color", "5", "Variable \"$v\" got invalid value 5; Enum \"Color\" cannot represent non-string value: 5.")]
    [InlineData("One", "one", """{"x":1,"y":"z"}""", "Variable \"$v\" got invalid value { x: 1, y: \"z\" }; Exactly one key must be specified for OneOf type \"One\".")]
    [InlineData("One", "one", """{"x":null}""", "Variable \"$v\" got invalid value null at \"v.x\"; Field \"x\" must be non-null.")]
    [InlineData("Boolean", "flag", "0", "Variable \"$v\" got invalid value 0; Boolean cannot represent a non boolean value: 0")]
    public async Task A_value_that_does_not_fit_is_told_by_its_place(string type, string field, string json, string message)
    {
        var answer = Answer.Of(await AskAsync(type, field, json));

        Assert.Equal([message], answer.Messages);
        Assert.Equal([ErrorCodes.InvalidVariable], answer.Codes);
        Assert.Equal("", answer.Data);
    }

    [Fact]
    public async Task All_faults_of_all_variables_are_told()
    {
        var answer = Answer.Of(await _server.AskAsync(
            "query ($a: Int!, $b: In) { need(v: $a) in(v: $b) }", """{"b":{"b":3,"c":[null,"x"]}}"""));

        Assert.Equal(
            [
                "Variable \"$a\" of required type \"Int!\" was not provided.",
                "Variable \"$b\" got invalid value { b: 3, c: [null, \"x\"] }; Field \"a\" of required type \"Int!\" was not provided.",
                "Variable \"$b\" got invalid value 3 at \"b.b\"; String cannot represent a non string value: 3",
                "Variable \"$b\" got invalid value null at \"b.c[0]\"; Expected non-nullable type \"Int!\" not to be null.",
                "Variable \"$b\" got invalid value \"x\" at \"b.c[1]\"; Int cannot represent non-integer value: \"x\"",
            ],
            answer.Messages);
    }

    [Theory]
    [InlineData("in(v: { a: $x, c: [$x, 2] })", "{a:5,b:b,c:[5,2]}")]
    [InlineData("in(v: { a: 1, b: $none })", "{a:1,b:b}")]
    [InlineData("any(v: { k: [$x, $none] })", "{k:[5,null]}")]
    [InlineData("one(v: { x: $x })", "{x:5}")]
    [InlineData("filled", "{a:7,b:b,e:GREEN}")]
    [InlineData("int(v: $nothing)", "missing")]
    public async Task Variables_stand_inside_literals(string field, string shown) => Assert.Equal(
        JsonSerializer.Serialize(shown),
        ValueOf(await _server.AskAsync($"query ($x: Int! = 5, $none: String, $nothing: Int) {{ f: {field} t: text(v: $none) i: int(v: $nothing) n: need(v: $x) }}")));

    [Fact]
    public async Task A_literal_that_a_variable_makes_invalid_fails_its_field()
    {
        var answer = Answer.Of(await _server.AskAsync("query ($x: Int) { in(v: { a: $x }) need(v: $x) }", """{"x":null}"""));

        Assert.Contains(answer.Messages, message => message.Contains("used in position expecting type", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_takes_the_place_of_the_null_that_stands_for_it()
    {
        using var server = _server.Start();
        var file = new UploadedFile("trades.csv");
        using var result = await server.Executor.ExecuteAsync(new()
        {
            Query = Encoding.UTF8.GetBytes("query ($f: Upload!) { file(v: $f) }"),
            Variables = Encoding.UTF8.GetBytes("""{"f":null}"""),
            Files = new Dictionary<string, IFile> { ["variables.f"] = file },
            Services = new Microsoft.Extensions.DependencyInjection.DefaultServiceProviderFactory().CreateServiceProvider(_server.Services),
        });

        Assert.Equal("""{"data":{"file":"trades.csv"}}""", result.ToJson());
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("\"x\"")]
    public async Task Variables_that_are_no_object_are_refused(string json) =>
        Assert.Equal([ErrorCodes.InvalidRequest], Answer.Of(await AskAsync("Int", "int", json, whole: true)).Codes);

    [Fact]
    public async Task An_escaped_query_is_the_same_query()
    {
        using var server = _server.Start();
        using var result = await server.Executor.ExecuteAsync(new()
        {
            Query = Encoding.UTF8.GetBytes("""{\n text(v: \"a\\\\b \u00e9\")\u0020}"""),
            QueryIsEscaped = true,
            Services = new Microsoft.Extensions.DependencyInjection.DefaultServiceProviderFactory().CreateServiceProvider(_server.Services),
        });

        Assert.Equal("""{"data":{"text":"a\\b é"}}""", result.ToJson());
    }

    private Task<string> AskAsync(string type, string field, string json, bool whole = false) =>
        _server.AskAsync($"query ($v: {type}) {{ {field}(v: $v) }}", whole ? json : json.Length == 0 ? "{}" : $$"""{"v":{{json}}}""");

    private static string ValueOf(string json)
    {
        using var response = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(response.RootElement.GetProperty("data").EnumerateObject().First().Value.GetString());
    }

    private static string Shown(object? value) => value switch
    {
        null => "null",
        Missing => "missing",
        string text => text,
        IFile file => file.Name,
        IDictionary<string, object?> fields => $"{{{string.Join(',', fields.Select(field => $"{field.Key}:{Shown(field.Value)}"))}}}",
        System.Collections.IEnumerable items => $"[{string.Join(',', items.Cast<object?>().Select(Shown))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private sealed record UploadedFile(string Name) : IFile
    {
        public long? Length => 0;

        public string? ContentType => null;

        public Stream OpenReadStream() => Stream.Null;
    }
}
