using System.Buffers;
using System.Text.Json;
using Investr.Benchmarks.Workload;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Benchmarks.Servers;

/// <summary>The floor: the same bytes written by hand on bare Kestrel, by one Utf8JsonWriter a request. No GraphQL is in it.</summary>
internal static class FloorServer
{
    public static Task RunAsync() => BenchmarkServer.RunAsync(
        services => services.AddSingleton<FloorBroadcast>().AddSingleton<ITickPublisher>(provider => provider.GetRequiredService<FloorBroadcast>()),
        app =>
        {
            var (data, broadcast) = (app.Services.GetRequiredService<WorkloadData>(), app.Services.GetRequiredService<FloorBroadcast>());
            app.UseWebSockets();
            app.MapPost("/graphql", context => AnswerAsync(context, data));
            app.MapGet("/graphql", broadcast.SubscribeAsync);
        });

    private static async Task AnswerAsync(HttpContext context, WorkloadData data)
    {
        var reader = context.Request.BodyReader;
        var read = await reader.ReadAsync(context.RequestAborted);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(context.RequestAborted);
        }

        var operation = OperationOf(read.Buffer);
        reader.AdvanceTo(read.Buffer.End);

        context.Response.ContentType = "application/json; charset=utf-8";
        using (var json = new Utf8JsonWriter(context.Response.BodyWriter, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            json.WriteStartObject("data"u8);
            if (operation == "portfolio") WritePortfolio(json, data);
            else if (operation == "quotes") WriteQuotes(json, data);
            else json.WriteString("hello"u8, "world"u8);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static string OperationOf(ReadOnlySequence<byte> body)
    {
        var json = new Utf8JsonReader(body);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals("query"u8)) continue;
            json.Read();
            var query = json.HasValueSequence ? json.ValueSequence.ToArray() : json.ValueSpan;
            return query.IndexOf("portfolio"u8) >= 0 ? "portfolio" : query.IndexOf("quotes"u8) >= 0 ? "quotes" : "hello";
        }

        return "hello";
    }

    private static void WritePortfolio(Utf8JsonWriter json, WorkloadData data)
    {
        json.WriteStartObject("portfolio"u8);
        json.WriteString("id"u8, data.Portfolio.Id);
        json.WriteString("name"u8, data.Portfolio.Name);
        json.WriteStartArray("holdings"u8);
        foreach (var holding in data.Portfolio.Holdings)
        {
            var asset = data.FindAsset(holding.AssetSymbol);
            json.WriteStartObject();
            json.WriteNumber("quantity"u8, holding.Quantity);
            json.WriteStartObject("asset"u8);
            json.WriteString("symbol"u8, asset.Symbol);
            json.WriteString("name"u8, asset.Name);
            json.WriteNumber("price"u8, asset.Price);
            json.WriteEndObject();
            json.WriteNumber("value"u8, holding.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteQuotes(Utf8JsonWriter json, WorkloadData data)
    {
        json.WriteStartArray("quotes"u8);
        foreach (var quote in data.Quotes)
        {
            json.WriteStartObject();
            json.WriteNumber("id"u8, quote.Id);
            json.WriteString("symbol"u8, quote.Symbol);
            json.WriteString("name"u8, quote.Name);
            json.WriteString("exchange"u8, quote.Exchange);
            json.WriteNumber("price"u8, quote.Price);
            json.WriteNumber("change"u8, quote.Change);
            json.WriteNumber("volume"u8, quote.Volume);
            json.WriteBoolean("open"u8, quote.Open);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
