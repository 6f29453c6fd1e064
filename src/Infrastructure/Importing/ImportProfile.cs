using AutoMapper;
using Investr.Application.Portfolios;

namespace Investr.Infrastructure.Importing;

/// <summary>Rows of files whose columns are a transaction's own fields.</summary>
internal sealed class ImportProfile : Profile
{
    public ImportProfile() => CreateMap<GenericCsvRow, TransactionDraft>()
        .ForMember(draft => draft.TradeDate, map => map.MapFrom(row => row.Date))
        .ForMember(draft => draft.AssetId, map => map.Ignore())
        .ForMember(draft => draft.Lots, map => map.Ignore());
}
