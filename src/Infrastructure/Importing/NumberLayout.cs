using System.Globalization;
using System.Text.RegularExpressions;

namespace Investr.Infrastructure.Importing;

/// <summary>How a file writes its numbers. What a decimal cannot hold to the last digit is not read at all, rather than rounded.</summary>
internal sealed class NumberLayout
{
    private const int MostDigits = 28;

    private readonly string _separator;
    private readonly Regex _pattern;

    private NumberLayout(string point, string separator, string description)
    {
        (_separator, Description) = (separator, description);
        var whole = separator.Length == 0
            ? "[0-9]*"
            : $"[0-9]{{1,3}}(?:{Regex.Escape(separator)}[0-9]{{3}})+|[0-9]*";
        _pattern = new(
            $"^(?<sign>[+-]?)(?<whole>{whole})(?:{Regex.Escape(point)}(?<places>[0-9]*))?(?:[eE](?<exponent>[+-]?[0-9]{{1,3}}))?$",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    /// <summary>1234.56</summary>
    public static NumberLayout Plain { get; } = new(".", "", "a decimal point and no separators of thousands are");

    /// <summary>1,234.56</summary>
    public static NumberLayout English { get; } = new(".", ",", "a decimal point, and commas between thousands, are");

    /// <summary>1.234,56</summary>
    public static NumberLayout German { get; } = new(",", ".", "a decimal comma, and points between thousands, are");

    /// <summary>What is expected, for whoever wrote something else.</summary>
    public string Description { get; }

    /// <summary>The number that a text stands for, an exponent included; null where it is none, or has over 28 digits.</summary>
    public decimal? Read(string text)
    {
        if (_pattern.Match(text) is not { Success: true } match) return null;

        var whole = match.Groups["whole"].Value;
        if (_separator.Length > 0) whole = whole.Replace(_separator, "", StringComparison.Ordinal);
        var places = match.Groups["places"].Value.TrimEnd('0');
        var exponent = match.Groups["exponent"] is { Success: true } power ? int.Parse(power.Value, CultureInfo.InvariantCulture) : 0;
        var digits = (whole + places).Trim('0').Length;
        if (digits > MostDigits || (digits > 0 && places.Length - exponent > MostDigits)) return null;

        return decimal.TryParse(
            $"{match.Groups["sign"].Value}{whole}.{places}E{exponent.ToString(CultureInfo.InvariantCulture)}",
            NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
