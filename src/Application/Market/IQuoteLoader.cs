using Investr.DataLoader;
using Investr.Domain.Market;

namespace Investr.Application.Market;

/// <summary>The newest quote of an asset; nothing where no source and no price store ever had one.</summary>
public interface IQuoteLoader : IDataLoader<AssetId, Quote>;
