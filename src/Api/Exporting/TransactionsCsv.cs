using System.Net.Mime;
using Investr.Api.Errors;
using Investr.Application.Exporting;
using Investr.Domain.Portfolios;
using Investr.GraphQL.Types;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace Investr.Api.Exporting;

/// <summary>GET /portfolios/{id}/transactions.csv, by the portfolio's global id.</summary>
internal static class TransactionsCsv
{
    private const string File = "/transactions.csv";
    private const int LongestName = 80;

    // A global id may have slashes in it, which clients escape or do not.
    public static void MapTransactionsCsv(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/portfolios/{**path}", AnswerAsync).RequireAuthorization().WithDisplayName("Transactions as CSV");

    private static async Task AnswerAsync(HttpContext context, string path, IMediator mediator, ILedgerFile file)
    {
        var cancellationToken = context.RequestAborted;
        if (!TryReadId(path, out var id)
            || await mediator.Send(new ExportTransactions(id), cancellationToken).OrNullIfNotFound() is not { } export)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(FileNameOf(export.Portfolio));
        context.Response.ContentType = "text/csv; charset=utf-8; header=present";
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await file.WriteAsync(export.Entries, context.Response.Body, cancellationToken);
    }

    private static bool TryReadId(string path, out PortfolioId id)
    {
        var text = path.EndsWith(File, StringComparison.Ordinal) ? Uri.UnescapeDataString(path[..^File.Length]) : "";
        var readable = NodeId.TryRead(text, nameof(Portfolio), out var value);
        id = new(value);
        return readable;
    }

    // A name that every file system takes and that no header is broken by.
    private static string FileNameOf(Portfolio portfolio)
    {
        var name = string.Concat(portfolio.Name.Select(character => char.IsLetterOrDigit(character) ? character : '-')).Trim('-');
        return name.Length == 0 ? "transactions.csv" : $"{name[..Math.Min(name.Length, LongestName)]}-transactions.csv";
    }
}
