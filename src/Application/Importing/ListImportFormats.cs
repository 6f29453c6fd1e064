using MediatR;

namespace Investr.Application.Importing;

/// <summary>The layouts of files that can be imported.</summary>
public sealed record ListImportFormats : IRequest<IReadOnlyList<IImportFormat>>;

internal sealed class ListImportFormatsHandler(IEnumerable<IImportFormat> formats)
    : IRequestHandler<ListImportFormats, IReadOnlyList<IImportFormat>>
{
    public Task<IReadOnlyList<IImportFormat>> Handle(ListImportFormats request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IImportFormat>>([.. formats]);
}
