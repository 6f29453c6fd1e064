using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Investr.Application.Exporting;
using Investr.Domain.Monetary;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Api.Exporting;

/// <summary>GET /account/export: everything that is kept about the caller, with ids, enums and decimals as GraphQL writes them.</summary>
internal static class AccountJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.WriteAsString,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper),
            new NodeIdJson(),
            new TextJson<EmailAddress>(email => email.Value),
            new TextJson<Currency>(currency => currency.Code),
            new TextJson<Quantity>(quantity => TextOf(quantity.Units)),
            new TextJson<decimal>(TextOf),
        },
    };

    public static void MapAccountExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/account/export", AnswerAsync).RequireAuthorization().WithDisplayName("Account as JSON");

    // Dividing by one with all its places takes the zeros off that say nothing.
    private static string TextOf(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private static async Task AnswerAsync(HttpContext context, IMediator mediator)
    {
        var export = await mediator.Send(new ExportAccount(), context.RequestAborted);

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=investr-account.json";
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await JsonSerializer.SerializeAsync(context.Response.Body, export, Options, context.RequestAborted);
    }
}
