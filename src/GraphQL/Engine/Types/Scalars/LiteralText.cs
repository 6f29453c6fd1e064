using System.Globalization;
using Investr.GraphQL.Language;

namespace Investr.GraphQL.Types;

/// <summary>Values as a message or a printed schema shows them: in the language's own literals.</summary>
internal static class LiteralText
{
    public static string Of(ValueNode literal) => Printer.Print(literal);

    /// <summary>A CLR value in a message about a result.</summary>
    public static string OfValue(object value) =>
        value is string text ? Quoted(text) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    public static string Quoted(string text) => Printer.Quote(text);
}
