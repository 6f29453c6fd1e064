using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Portfolios;

/// <summary>The portfolios that the viewer owns or has been given access to, oldest first.</summary>
/// <param name="Page">Which part of the list.</param>
public sealed record ListPortfolios(PageRequest Page = default) : IRequest<Page<Portfolio>>;

internal sealed class ListPortfoliosHandler(IPortfolioPages pages, IPortfolioLoader loaded, IViewer viewer)
    : IRequestHandler<ListPortfolios, Page<Portfolio>>
{
    public async Task<Page<Portfolio>> Handle(ListPortfolios request, CancellationToken cancellationToken)
    {
        var page = await pages.ListAsync(viewer.RequiredId, request.Page, cancellationToken);

        // What hangs below the portfolios asks the loader for them; here they are.
        foreach (var item in page.Items) loaded.SetCacheEntry(item.Item.Id, item.Item);
        return page;
    }
}
