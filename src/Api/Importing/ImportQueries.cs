using Investr.Application.Importing;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Importing;

[QueryType]
internal static class ImportQueries
{
    /// <summary>The importers' formats: what a file must look like.</summary>
    public static Task<IReadOnlyList<IImportFormat>> GetImportFormatsAsync(IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new ListImportFormats(), cancellationToken);
}

/// <summary>A layout of files that can be imported.</summary>
[ObjectType<IImportFormat>]
[GraphQLName("ImportFormat")]
internal static class ImportFormatType;
