using System.Globalization;
using System.Text.Json;
using Investr.Domain.Importing;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.Importing;

/// <summary>The fields of one object: each is read as what it must be, and what it is not becomes a fault with line and field.</summary>
internal sealed class JsonFields(JsonElement element, int line)
{
    private readonly List<ImportRowFault> _faults = [];

    /// <summary>The line on which the object begins.</summary>
    public int Line => line;

    /// <summary>What is wrong with the fields read so far.</summary>
    public IReadOnlyList<ImportRowFault> Faults => _faults;

    /// <summary>A text; null where it is left out.</summary>
    public string? Text(string field) => Raw(field) is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A number, to its last digit; null where it is left out.</summary>
    public decimal? Number(string field)
    {
        if (Text(field) is not { } text) return null;
        if (NumberLayout.Plain.Read(text) is { } number) return number;

        Fault(field, $"\"{text}\" is no number of at most 28 digits.");
        return null;
    }

    /// <summary>The day, in UTC, of a moment that must be there.</summary>
    public DateOnly Day(string field)
    {
        if (Text(field) is not { } text)
        {
            Fault(field, "A date is needed.");
            return default;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            Fault(field, $"\"{text}\" is no date; an ISO 8601 date or time is expected.");
        return DateOnly.FromDateTime(moment.UtcDateTime);
    }

    /// <summary>A currency; null where it is left out.</summary>
    public Currency? Currency(string field)
    {
        if (Text(field) is not { } text) return null;
        if (Domain.Monetary.Currency.TryParse(text, out var currency)) return currency;

        Fault(field, $"\"{text}\" is no currency that is known.");
        return null;
    }

    /// <summary>Notes a fault of a field.</summary>
    public void Fault(string field, string message) => _faults.Add(new(line, field, message));

    private string? Raw(string field)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(field, out var value)) return null;

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }
}
