using System.Text;
using System.Text.Json;
using Investr.Application.Importing;
using Investr.Domain.Importing;

namespace Investr.Infrastructure.Importing;

/// <summary>The JSON that Ghostfolio exports. Its accounts, platforms and settings are passed over.</summary>
internal sealed class GhostfolioJsonFormat : IImportFormat
{
    public string Id => "ghostfolio-json";

    public string Name => "Ghostfolio JSON";

    public string Description =>
        $"Ghostfolio's export: an object with activities, each with date, type ({GhostfolioActivity.Types}), symbol, currency, unitPrice, "
        + "quantity and fee. An asset that was made by hand is known by its name in assetProfiles.";

    public string Sample => """
        {
          "activities": [
            { "date": "2021-09-16T00:00:00.000Z", "type": "BUY", "symbol": "MSFT", "currency": "USD", "unitPrice": 298.58, "quantity": 5, "fee": 19 },
            { "date": "2021-11-17T00:00:00.000Z", "type": "DIVIDEND", "symbol": "MSFT", "currency": "USD", "unitPrice": 0.62, "quantity": 5, "fee": 0 }
          ]
        }
        """;

    public bool Recognizes(string text) =>
        text.AsSpan().TrimStart() is ['{', ..] && text.Contains("\"activities\"", StringComparison.Ordinal);

    public ImportReading Read(string text)
    {
        try
        {
            return Read(JsonLines.ObjectOf(Encoding.UTF8.GetBytes(text), list: "activities"));
        }
        catch (JsonException malformed)
        {
            return new([], [new((int)malformed.LineNumber.GetValueOrDefault() + 1, null, "This is no JSON that can be read.")]);
        }
    }

    private static ImportReading Read(JsonLines? file)
    {
        if (file is null) return new([], [new(1, null, "An object with a list of activities is expected.")]);

        var names = NamesOf(file.Others.GetValueOrDefault("assetProfiles"));
        var rows = new List<ImportedRow>(file.Items.Count);
        var faults = new List<ImportRowFault>();
        foreach (var (line, element) in file.Items)
        {
            var fields = new JsonFields(element, line);
            var row = RowOf(fields, names);
            if (fields.Faults.Count == 0 && row is not null) rows.Add(row);
            faults.AddRange(fields.Faults);
        }

        return new(rows, faults);
    }

    private static ImportedRow? RowOf(JsonFields fields, Dictionary<string, string> names)
    {
        var symbol = fields.Text("symbol");
        var type = fields.Text("type");
        var activity = new GhostfolioActivity(
            GhostfolioActivity.TypeOf(type) ?? default,
            fields.Day("date"),
            symbol is not null && names.TryGetValue(symbol, out var name) ? name : symbol,
            fields.Currency("currency"),
            fields.Number("unitPrice"),
            fields.Number("quantity"),
            fields.Number("fee"),
            fields.Text("comment"));
        if (GhostfolioActivity.TypeOf(type) is null)
            fields.Fault("type", $"\"{type}\" is no type; {GhostfolioActivity.Types} is expected.");

        return new(fields.Line, activity.ToDraft() with { ExternalId = fields.Text("id") });
    }

    // Assets made by hand have an identity where the others have a symbol.
    private static Dictionary<string, string> NamesOf(JsonElement profiles)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (profiles.ValueKind != JsonValueKind.Array) return names;

        foreach (var profile in profiles.EnumerateArray().Select(profile => new JsonFields(profile, line: 1)))
        {
            if (profile.Text("dataSource") == "MANUAL" && profile.Text("symbol") is { } symbol && profile.Text("name") is { } name)
                names[symbol] = name;
        }

        return names;
    }
}
