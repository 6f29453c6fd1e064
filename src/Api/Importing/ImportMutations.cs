using Investr.Application.Importing;
using Investr.Domain;
using Investr.Domain.Importing;
using Investr.Domain.Portfolios;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Importing;

[MutationType]
internal static class ImportMutations
{
    /// <summary>Enters the rows of a file in a portfolio's ledger: all of them, or none; with dryRun, nothing is written and the same answer given.</summary>
    [Authorize]
    [UseMutationConvention(PayloadFieldName = "result")]
    [Error<ValidationRefusal>]
    [Error<NotFound>]
    [Error<ImportRefused>]
    [Error<InsufficientQuantity>]
    public static async Task<ImportResult> ImportTransactionsAsync(
        ImportTransactionsInput input, IMediator mediator, CancellationToken cancellationToken) =>
        await mediator.Send(
            new ImportTransactions(input.PortfolioId, await input.ReadAsync(cancellationToken), input.Format, input.DryRun), cancellationToken);
}

/// <summary>The file as an upload, or its text.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="File">The file, sent as a part of a multipart request; this or text.</param>
/// <param name="Text">The file's text; this or file.</param>
/// <param name="Format">An id of importFormats; found out from the file, if left out.</param>
/// <param name="DryRun">Whether everything is checked and nothing written.</param>
internal sealed record ImportTransactionsInput(PortfolioId PortfolioId, IFile? File = null, string? Text = null, string? Format = null, bool DryRun = false)
{
    /// <summary>The text; null where the file is none.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        if ((File is null) == (Text is null))
            throw new RefusedException(new ValidationRefusal("file", "Give the file or its text, one of the two."));
        if (File is null) return Text!.TrimStart('\uFEFF');

        if (File.Length > ImportText.MaxBytes)
            throw new RefusedException(new ValidationRefusal("file", $"A file has at most {ImportText.MaxBytes / (1024 * 1024)} MiB."));

        await using var stream = File.OpenReadStream();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return ImportText.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
