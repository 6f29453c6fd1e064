-- IAccountRecords.ReadAssetsAsync
SELECT [a].[Id], [a].[Class], [a].[Country], [a].[Currency], [a].[Exchange], [a].[Industry], [a].[IsEdited], [a].[Isin], [a].[Name], [a].[OwnerId], [a].[Sector], [a].[Symbol], [a].[Type], [a].[Constituents], [a].[Splits]
FROM [Assets] AS [a]
WHERE [a].[OwnerId] = @user
ORDER BY [a].[Symbol];

-- IAccountRecords.ReadAuditEntriesAsync
SELECT [a].[Sequence], [a].[Action], [a].[Actor], [a].[At], [a].[Code], [a].[Detail], [a].[Hash], [a].[Id], [a].[Origin], [a].[OriginHash], [a].[Outcome], [a].[Subject]
FROM [AuditEntries] AS [a]
WHERE [a].[Actor] = @user OR ([a].[Actor] IS NULL AND [a].[Subject] = @subject)
ORDER BY [a].[Sequence];

-- IAccountRecords.ReadCallsAsync
SELECT [i].[UserId], [i].[Key], [i].[KeptAt], [i].[PortfolioId], [i].[RequestHash], [i].[Transactions]
FROM [IdempotencyKeys] AS [i]
WHERE [i].[UserId] = @user
ORDER BY [i].[PortfolioId], [i].[Key];

-- IAccountRecords.ReadEntriesElsewhereAsync
SELECT [t].[Id], [t].[Amount], [t].[AssetId], [t].[Currency], [t].[ExternalId], [t].[Fee], [t].[Lots], [t].[Note], [t].[PortfolioId], [t].[Quantity], [t].[RatioDenominator], [t].[RatioNumerator], [t].[RecordedAt], [t].[RecordedBy], [t].[Sequence], [t].[Supersedes], [t].[TakenFrom], [t].[Tax], [t].[TradeDate], [t].[TransferredLots], [t].[Type], [t].[UnitPrice], [t].[Version]
FROM [Transactions] AS [t]
WHERE [t].[RecordedBy] = @user AND EXISTS (
    SELECT 1
    FROM [Portfolios] AS [p]
    WHERE [p].[Id] = [t].[PortfolioId] AND [p].[OwnerId] <> @user1)
ORDER BY [t].[PortfolioId], [t].[Version], [t].[Sequence];

-- IAccountRecords.ReadMembershipsAsync
SELECT [p].[Id], [p0].[UserId] AS [User], [p0].[Access]
FROM [Portfolios] AS [p]
INNER JOIN [PortfolioMembers] AS [p0] ON [p].[Id] = [p0].[PortfolioId]
WHERE [p0].[UserId] = @user
ORDER BY [p].[Id];

-- IAccountRecords.ReadPortfoliosAsync
SELECT [p].[Id], [p].[BaseCurrency], [p].[CostBasisMethod], [p].[CreatedAt], [p].[Description], [p].[Name], [p].[OwnerId], [p].[Version], [p0].[PortfolioId], [p0].[UserId], [p0].[Access]
FROM [Portfolios] AS [p]
LEFT JOIN [PortfolioMembers] AS [p0] ON [p].[Id] = [p0].[PortfolioId]
WHERE [p].[OwnerId] = @user
ORDER BY [p].[Id], [p0].[PortfolioId];

-- IAccountRecords.ReadPriceAlertsAsync
SELECT [p].[Id], [p].[AssetId], [p].[ChangedAt], [p].[Condition], [p].[CreatedAt], [p].[IsArmed], [p].[OwnerId], [p].[Threshold], [p].[TriggeredAt], [p].[TriggeredPrice]
FROM [PriceAlerts] AS [p]
WHERE [p].[OwnerId] = @user
ORDER BY [p].[Id];

-- IAccountRecords.ReadSessionsAsync
SELECT [s].[Id], [s].[CreatedAt], [s].[EndedAt], [s].[ExpiresAt], [s].[LastUsedAt], [s].[TokenHash], [s].[UsedTokenHashes], [s].[UserAgent], [s].[UserId]
FROM [Sessions] AS [s]
WHERE [s].[UserId] = @user
ORDER BY [s].[Id];

-- IAccountRecords.ReadVoidingsElsewhereAsync
SELECT [v].[Entry], [v].[At], [v].[By], [v].[PortfolioId], [v].[Reason], [v].[Version]
FROM [Voidings] AS [v]
WHERE [v].[By] = @user AND EXISTS (
    SELECT 1
    FROM [Portfolios] AS [p]
    WHERE [p].[Id] = [v].[PortfolioId] AND [p].[OwnerId] <> @user1)
ORDER BY [v].[Entry];

-- IAccountRecords.ReadWatchlistsAsync
SELECT [w].[Id], [w].[Name], [w].[OwnerId], [w0].[WatchlistId], [w0].[AssetId], [w0].[Place]
FROM [Watchlists] AS [w]
LEFT JOIN [WatchlistEntries] AS [w0] ON [w].[Id] = [w0].[WatchlistId]
WHERE [w].[OwnerId] = @user
ORDER BY [w].[Id], [w0].[WatchlistId];

-- IAssetBook.ReadAsync
SELECT TOP(2) [a].[Id], [a].[Class], [a].[Country], [a].[Currency], [a].[Exchange], [a].[Industry], [a].[IsEdited], [a].[Isin], [a].[Name], [a].[OwnerId], [a].[Sector], [a].[Symbol], [a].[Type], [a].[Constituents], [a].[Splits]
FROM [Assets] AS [a]
WHERE [a].[Id] = @id;

-- IAssetBySymbolLoader.LoadAsync
SELECT [a].[Id], [a].[Class], [a].[Country], [a].[Currency], [a].[Exchange], [a].[Industry], [a].[IsEdited], [a].[Isin], [a].[Name], [a].[OwnerId], [a].[Sector], [a].[Symbol], [a].[Type], [a].[Constituents], [a].[Splits]
FROM [Assets] AS [a]
WHERE ([a].[OwnerId] IS NULL OR [a].[OwnerId] = @viewer) AND ([a].[Symbol] = @_8__locals1_keys1 OR [a].[Isin] = @isins1);

-- IAssetLoader.LoadAsync
SELECT [a].[Id], [a].[Class], [a].[Country], [a].[Currency], [a].[Exchange], [a].[Industry], [a].[IsEdited], [a].[Isin], [a].[Name], [a].[OwnerId], [a].[Sector], [a].[Symbol], [a].[Type], [a].[Constituents], [a].[Splits]
FROM [Assets] AS [a]
WHERE [a].[Id] = @keys1;

-- IAssetPages.ListAsync
SELECT TOP(@p) [a].[Id], [a].[Class], [a].[Country], [a].[Currency], [a].[Exchange], [a].[Industry], [a].[IsEdited], [a].[Isin], [a].[Name], [a].[OwnerId], [a].[Sector], [a].[Symbol], [a].[Type], [a].[Constituents], [a].[Splits]
FROM [Assets] AS [a]
WHERE 0 = 1
ORDER BY [a].[Symbol], [a].[Name], [a].[Id];
SELECT COUNT(*)
FROM [Assets] AS [a]
WHERE 0 = 1;

-- IAssetRepository.FindAsync
SELECT TOP(2) [a].[Id], [a].[Class], [a].[Country], [a].[Currency], [a].[Exchange], [a].[Industry], [a].[IsEdited], [a].[Isin], [a].[Name], [a].[OwnerId], [a].[Sector], [a].[Symbol], [a].[Type], [a].[Constituents], [a].[Splits]
FROM [Assets] AS [a]
WHERE [a].[Id] = @id;

-- IAssetRepository.FindListedAsync
SELECT [a].[Id], [a].[Class], [a].[Country], [a].[Currency], [a].[Exchange], [a].[Industry], [a].[IsEdited], [a].[Isin], [a].[Name], [a].[OwnerId], [a].[Sector], [a].[Symbol], [a].[Type], [a].[Constituents], [a].[Splits]
FROM [Assets] AS [a]
WHERE [a].[OwnerId] IS NULL AND [a].[Symbol] COLLATE Latin1_General_100_CI_AS IN (
    SELECT [s].[value]
    FROM OPENJSON(@symbols) WITH ([value] nvarchar(50) '$') AS [s]
);

-- IAssetSearch.FindAsync
SELECT [a].[Id], [a].[Symbol], [a].[Name], [a].[Isin], [a].[Type]
FROM [Assets] AS [a]
WHERE [a].[OwnerId] = @viewer;
SELECT [a].[Id], [a].[Symbol], [a].[Name], [a].[Isin], [a].[Type]
FROM [Assets] AS [a]
WHERE [a].[OwnerId] IS NULL;

-- IAuditPages.FindAsync
SELECT TOP(2) [a].[Sequence], [a].[Action], [a].[Actor], [a].[At], [a].[Code], [a].[Detail], [a].[Hash], [a].[Id], [a].[Origin], [a].[OriginHash], [a].[Outcome], [a].[Subject]
FROM [AuditEntries] AS [a]
WHERE [a].[Id] = @id;

-- IAuditPages.ListAsync
SELECT TOP(@p) [a].[Sequence], [a].[Action], [a].[Actor], [a].[At], [a].[Code], [a].[Detail], [a].[Hash], [a].[Id], [a].[Origin], [a].[OriginHash], [a].[Outcome], [a].[Subject]
FROM [AuditEntries] AS [a]
WHERE [a].[Actor] = @actor AND [a].[Action] = @action
ORDER BY [a].[Sequence] DESC;
SELECT COUNT(*)
FROM [AuditEntries] AS [a]
WHERE [a].[Actor] = @actor AND [a].[Action] = @action;

-- IAuditTrail.EraseOriginsAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
UPDATE [a]
SET [a].[Origin] = NULL
FROM [AuditEntries] AS [a]
WHERE [a].[Origin] IS NOT NULL AND ([a].[Actor] = @person OR [a].[Subject] = @subject);

-- IAuditTrail.WriteAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
UPDATE [a]
SET [a].[Sequence] = [a].[Sequence] + CAST(1 AS bigint)
FROM [AuditHead] AS [a];
SELECT TOP(2) [a].[Id], [a].[Hash], [a].[Seal], [a].[Sequence]
FROM [AuditHead] AS [a];
SAVE TRANSACTION [__EFSavePoint];
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [AuditEntries] ([Sequence], [Action], [Actor], [At], [Code], [Detail], [Hash], [Id], [Origin], [OriginHash], [Outcome], [Subject])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11);
UPDATE [a]
SET [a].[Hash] = @p,
    [a].[Seal] = @p1
FROM [AuditHead] AS [a];

-- IAuditVerifier.VerifyAsync
SELECT 1;
SELECT OBJECT_ID(N'[__EFMigrationsHistory]');
SELECT [MigrationId], [ProductVersion]
FROM [__EFMigrationsHistory]
ORDER BY [MigrationId];

-- IDemandedAssets.ReadAsync
SELECT DISTINCT [t].[AssetId]
FROM [Transactions] AS [t]
WHERE [t].[AssetId] IS NOT NULL;
SELECT DISTINCT [w0].[AssetId]
FROM [Watchlists] AS [w]
INNER JOIN [WatchlistEntries] AS [w0] ON [w].[Id] = [w0].[WatchlistId];
SELECT DISTINCT [p].[AssetId]
FROM [PriceAlerts] AS [p];
SELECT [a].[Id], [a].[Symbol], [a].[Type], [a].[Exchange], [a].[Currency]
FROM [Assets] AS [a]
WHERE [a].[OwnerId] IS NULL;

-- IDemandedAssets.ReadAsync
SELECT [a].[Id], [a].[Symbol], [a].[Type], [a].[Exchange], [a].[Currency]
FROM [Assets] AS [a]
WHERE [a].[Symbol] = @symbols1 AND [a].[OwnerId] IS NULL;

-- IDividendLoader.LoadAsync
SELECT [a].[AssetId], [a].[ExDate], [a].[Amount], [a].[Currency], [a].[Source]
FROM [AssetDividends] AS [a]
WHERE [a].[AssetId] = @keys1;

-- IEntryFateLoader.LoadAsync
SELECT [t].[Id], [t].[Amount], [t].[AssetId], [t].[Currency], [t].[ExternalId], [t].[Fee], [t].[Lots], [t].[Note], [t].[PortfolioId], [t].[Quantity], [t].[RatioDenominator], [t].[RatioNumerator], [t].[RecordedAt], [t].[RecordedBy], [t].[Sequence], [t].[Supersedes], [t].[TakenFrom], [t].[Tax], [t].[TradeDate], [t].[TransferredLots], [t].[Type], [t].[UnitPrice], [t].[Version]
FROM [Transactions] AS [t]
WHERE [t].[Supersedes] IN (
    SELECT [e].[value]
    FROM OPENJSON(@entries) WITH ([value] uniqueidentifier '$') AS [e]
);
SELECT [v].[Entry], [v].[At], [v].[By], [v].[PortfolioId], [v].[Reason], [v].[Version]
FROM [Voidings] AS [v]
WHERE [v].[Entry] = @keys1;

-- IExchangeRateStore.ReadAsync
SELECT [e].[From], [e].[To], [e].[Date], [e].[Rate], [e].[Source]
FROM [ExchangeRates] AS [e]
WHERE [e].[Source] = N'manual';

-- IExchangeRateStore.ReadFetchedAsync
SELECT [e].[From], [e].[To], [e].[Date], [e].[Rate], [e].[Source]
FROM [ExchangeRates] AS [e]
WHERE [e].[Source] <> N'manual';

-- IExchangeRateStore.WriteAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SELECT [e].[From], [e].[To], [e].[Date], [e].[Rate], [e].[Source]
FROM [ExchangeRates] AS [e]
WHERE [e].[Date] >= @from AND [e].[Date] <= @to AND [e].[From] = @currencies1 AND [e].[To] = @currencies2;
SAVE TRANSACTION [__EFSavePoint];
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [ExchangeRates] ([Date], [From], [To], [Rate], [Source])
VALUES (@p0, @p1, @p2, @p3, @p4);
UPDATE [a]
SET [a].[Sequence] = [a].[Sequence] + CAST(1 AS bigint)
FROM [AuditHead] AS [a];
SELECT TOP(2) [a].[Id], [a].[Hash], [a].[Seal], [a].[Sequence]
FROM [AuditHead] AS [a];
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [AuditEntries] ([Sequence], [Action], [Actor], [At], [Code], [Detail], [Hash], [Id], [Origin], [OriginHash], [Outcome], [Subject])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11);
UPDATE [a]
SET [a].[Hash] = @p,
    [a].[Seal] = @p1
FROM [AuditHead] AS [a];

-- IFellowMembersLoader.LoadAsync
SELECT [p].[OwnerId], [p].[Id], [p4].[UserId], [p4].[PortfolioId]
FROM [Portfolios] AS [p]
LEFT JOIN [PortfolioMembers] AS [p4] ON [p].[Id] = [p4].[PortfolioId]
WHERE [p].[Id] IN (
    SELECT [p0].[Id]
    FROM [Portfolios] AS [p0]
    WHERE [p0].[OwnerId] = @user
    UNION
    SELECT [p1].[Id]
    FROM [Portfolios] AS [p1]
    INNER JOIN [PortfolioMembers] AS [p2] ON [p1].[Id] = [p2].[PortfolioId]
    WHERE [p2].[UserId] = @user0
) AND EXISTS (
    SELECT 1
    FROM [PortfolioMembers] AS [p3]
    WHERE [p].[Id] = [p3].[PortfolioId])
ORDER BY [p].[Id], [p4].[PortfolioId];

-- IIdempotencyKeys.FindAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SELECT TOP(2) [i].[UserId], [i].[Key], [i].[KeptAt], [i].[PortfolioId], [i].[RequestHash], [i].[Transactions]
FROM [IdempotencyKeys] AS [i]
WHERE [i].[UserId] = @user AND [i].[Key] = @key AND [i].[KeptAt] >= @since;

-- IIdempotencyKeys.KeepAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
DELETE FROM [i]
FROM [IdempotencyKeys] AS [i]
WHERE [i].[KeptAt] < @since;

-- ILedgerEntries.ReadAsync
SELECT [t].[Id], [t].[Amount], [t].[AssetId], [t].[Currency], [t].[ExternalId], [t].[Fee], [t].[Lots], [t].[Note], [t].[PortfolioId], [t].[Quantity], [t].[RatioDenominator], [t].[RatioNumerator], [t].[RecordedAt], [t].[RecordedBy], [t].[Sequence], [t].[Supersedes], [t].[TakenFrom], [t].[Tax], [t].[TradeDate], [t].[TransferredLots], [t].[Type], [t].[UnitPrice], [t].[Version], [a].[Symbol]
FROM [Transactions] AS [t]
LEFT JOIN [Assets] AS [a] ON [t].[AssetId] = [a].[Id]
WHERE [t].[PortfolioId] = @portfolio AND NOT EXISTS (
    SELECT 1
    FROM [Transactions] AS [t0]
    WHERE [t0].[Supersedes] = [t].[Id]) AND NOT EXISTS (
    SELECT 1
    FROM [Voidings] AS [v]
    WHERE [v].[Entry] = [t].[Id])
ORDER BY [t].[TradeDate], [t].[Sequence], [t].[Id];

-- ILedgerLoader.LoadAsync
SELECT [p].[Id], [p].[BaseCurrency], [p].[CostBasisMethod], [p].[CreatedAt], [p].[Description], [p].[Name], [p].[OwnerId], [p].[Version], [p0].[PortfolioId], [p0].[UserId], [p0].[Access]
FROM [Portfolios] AS [p]
LEFT JOIN [PortfolioMembers] AS [p0] ON [p].[Id] = [p0].[PortfolioId]
WHERE [p].[Id] = @keys1
ORDER BY [p].[Id], [p0].[PortfolioId];

-- IMarketDataRuns.FindAsync
SELECT TOP(2) [m].[Id], [m].[AssetsAsked], [m].[AssetsFailed], [m].[AssetsUpdated], [m].[Day], [m].[Exchange], [m].[FinishedAt], [m].[LastDone], [m].[Message], [m].[ProviderCalls], [m].[RatesDone], [m].[StartedAt], [m].[Status], [m].[Symbols], [m].[Turn], [m].[Failures]
FROM [MarketDataRuns] AS [m]
WHERE [m].[Id] = @id;

-- IMarketDataRuns.FindOpenAsync
SELECT TOP(2) [m].[Id], [m].[AssetsAsked], [m].[AssetsFailed], [m].[AssetsUpdated], [m].[Day], [m].[Exchange], [m].[FinishedAt], [m].[LastDone], [m].[Message], [m].[ProviderCalls], [m].[RatesDone], [m].[StartedAt], [m].[Status], [m].[Symbols], [m].[Turn], [m].[Failures]
FROM [MarketDataRuns] AS [m]
WHERE [m].[Turn] IS NOT NULL;

-- IMarketDataRuns.LastDayAsync
SELECT MAX([m].[Day])
FROM [MarketDataRuns] AS [m]
WHERE [m].[Exchange] = @exchange AND [m].[Turn] IS NULL;

-- IMarketDataRuns.LastRateDayAsync
SELECT MAX([e].[Date])
FROM [ExchangeRates] AS [e]
WHERE [e].[Source] <> N'manual';

-- IMarketDataRuns.ListAsync
SELECT TOP(@p) [m].[Id], [m].[AssetsAsked], [m].[AssetsFailed], [m].[AssetsUpdated], [m].[Day], [m].[Exchange], [m].[FinishedAt], [m].[LastDone], [m].[Message], [m].[ProviderCalls], [m].[RatesDone], [m].[StartedAt], [m].[Status], [m].[Symbols], [m].[Turn], [m].[Failures]
FROM [MarketDataRuns] AS [m]
ORDER BY [m].[Id] DESC;

-- IMarketDataRuns.SaveAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SELECT [p].[AssetId], [p].[Date], [p].[Close], [p].[Currency], [p].[Source]
FROM [Prices] AS [p]
WHERE [p].[AssetId] IN (
    SELECT [a].[value]
    FROM OPENJSON(@assets) WITH ([value] uniqueidentifier '$') AS [a]
) AND [p].[Date] >= @from AND [p].[Date] <= @to;

-- IMarketDataRuns.TryBeginAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SAVE TRANSACTION [__EFSavePoint];
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [MarketDataRuns] ([Id], [AssetsAsked], [AssetsFailed], [AssetsUpdated], [Day], [Exchange], [FinishedAt], [LastDone], [Message], [ProviderCalls], [RatesDone], [StartedAt], [Status], [Symbols], [Turn], [Failures])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15);
UPDATE [a]
SET [a].[Sequence] = [a].[Sequence] + CAST(1 AS bigint)
FROM [AuditHead] AS [a];
SELECT TOP(2) [a].[Id], [a].[Hash], [a].[Seal], [a].[Sequence]
FROM [AuditHead] AS [a];
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [AuditEntries] ([Sequence], [Action], [Actor], [At], [Code], [Detail], [Hash], [Id], [Origin], [OriginHash], [Outcome], [Subject])
VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11);
UPDATE [a]
SET [a].[Hash] = @p,
    [a].[Seal] = @p1
FROM [AuditHead] AS [a];

-- IPortfolioAccess.FindAsync
SELECT [p].[Id], [p].[BaseCurrency], [p].[CostBasisMethod], [p].[CreatedAt], [p].[Description], [p].[Name], [p].[OwnerId], [p].[Version], [p0].[PortfolioId], [p0].[UserId], [p0].[Access]
FROM [Portfolios] AS [p]
LEFT JOIN [PortfolioMembers] AS [p0] ON [p].[Id] = [p0].[PortfolioId]
WHERE [p].[Id] = @keys1
ORDER BY [p].[Id], [p0].[PortfolioId];

-- IPortfolioLoader.LoadAsync
SELECT [p].[Id], [p].[BaseCurrency], [p].[CostBasisMethod], [p].[CreatedAt], [p].[Description], [p].[Name], [p].[OwnerId], [p].[Version], [p0].[PortfolioId], [p0].[UserId], [p0].[Access]
FROM [Portfolios] AS [p]
LEFT JOIN [PortfolioMembers] AS [p0] ON [p].[Id] = [p0].[PortfolioId]
WHERE [p].[Id] = @keys1
ORDER BY [p].[Id], [p0].[PortfolioId];

-- IPortfolioPages.ListAsync
SELECT [p4].[Id], [p4].[BaseCurrency], [p4].[CostBasisMethod], [p4].[CreatedAt], [p4].[Description], [p4].[Name], [p4].[OwnerId], [p4].[Version], [p3].[PortfolioId], [p3].[UserId], [p3].[Access]
FROM (
    SELECT TOP(@p) [p].[Id], [p].[BaseCurrency], [p].[CostBasisMethod], [p].[CreatedAt], [p].[Description], [p].[Name], [p].[OwnerId], [p].[Version]
    FROM [Portfolios] AS [p]
    WHERE [p].[Id] IN (
        SELECT [p0].[Id]
        FROM [Portfolios] AS [p0]
        WHERE [p0].[OwnerId] = @user
        UNION
        SELECT [p1].[Id]
        FROM [Portfolios] AS [p1]
        INNER JOIN [PortfolioMembers] AS [p2] ON [p1].[Id] = [p2].[PortfolioId]
        WHERE [p2].[UserId] = @user0
    )
    ORDER BY [p].[Id]
) AS [p4]
LEFT JOIN [PortfolioMembers] AS [p3] ON [p4].[Id] = [p3].[PortfolioId]
ORDER BY [p4].[Id], [p3].[PortfolioId];
SELECT COUNT(*)
FROM [Portfolios] AS [p]
WHERE [p].[Id] IN (
    SELECT [p0].[Id]
    FROM [Portfolios] AS [p0]
    WHERE [p0].[OwnerId] = @user
    UNION
    SELECT [p1].[Id]
    FROM [Portfolios] AS [p1]
    INNER JOIN [PortfolioMembers] AS [p2] ON [p1].[Id] = [p2].[PortfolioId]
    WHERE [p2].[UserId] = @user0
);

-- IPortfolioPages.ListOwnedAsync
SELECT [p].[Id], [p].[BaseCurrency], [p].[CostBasisMethod], [p].[CreatedAt], [p].[Description], [p].[Name], [p].[OwnerId], [p].[Version], [p0].[PortfolioId], [p0].[UserId], [p0].[Access]
FROM [Portfolios] AS [p]
LEFT JOIN [PortfolioMembers] AS [p0] ON [p].[Id] = [p0].[PortfolioId]
WHERE [p].[OwnerId] = @user
ORDER BY [p].[Id], [p0].[PortfolioId];

-- IPortfolioRepository.FindAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SELECT [p1].[Id], [p1].[BaseCurrency], [p1].[CostBasisMethod], [p1].[CreatedAt], [p1].[Description], [p1].[Name], [p1].[OwnerId], [p1].[Version], [p0].[PortfolioId], [p0].[UserId], [p0].[Access]
FROM (
    SELECT TOP(2) [p].[Id], [p].[BaseCurrency], [p].[CostBasisMethod], [p].[CreatedAt], [p].[Description], [p].[Name], [p].[OwnerId], [p].[Version]
    FROM [Portfolios] AS [p]
    WHERE [p].[Id] = @id
) AS [p1]
LEFT JOIN [PortfolioMembers] AS [p0] ON [p1].[Id] = [p0].[PortfolioId]
ORDER BY [p1].[Id], [p0].[PortfolioId];

-- IPortfolioRepository.FindByExternalIdAsync
SELECT [t].[Id], [t].[Amount], [t].[AssetId], [t].[Currency], [t].[ExternalId], [t].[Fee], [t].[Lots], [t].[Note], [t].[PortfolioId], [t].[Quantity], [t].[RatioDenominator], [t].[RatioNumerator], [t].[RecordedAt], [t].[RecordedBy], [t].[Sequence], [t].[Supersedes], [t].[TakenFrom], [t].[Tax], [t].[TradeDate], [t].[TransferredLots], [t].[Type], [t].[UnitPrice], [t].[Version]
FROM [Transactions] AS [t]
WHERE [t].[PortfolioId] = @id AND [t].[ExternalId] COLLATE Latin1_General_100_BIN2 IN (
    SELECT [e].[value]
    FROM OPENJSON(@externalIds) WITH ([value] nvarchar(200) '$') AS [e]
)
ORDER BY [t].[RecordedAt];

-- IPortfolioRepository.FindToRecordAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SELECT [p1].[Id], [p1].[BaseCurrency], [p1].[CostBasisMethod], [p1].[CreatedAt], [p1].[Description], [p1].[Name], [p1].[OwnerId], [p1].[Version], [p0].[PortfolioId], [p0].[UserId], [p0].[Access]
FROM (
    SELECT TOP(2) [p].[Id], [p].[BaseCurrency], [p].[CostBasisMethod], [p].[CreatedAt], [p].[Description], [p].[Name], [p].[OwnerId], [p].[Version]
    FROM [Portfolios] AS [p]
    WHERE [p].[Id] = @id
) AS [p1]
LEFT JOIN [PortfolioMembers] AS [p0] ON [p1].[Id] = [p0].[PortfolioId]
ORDER BY [p1].[Id], [p0].[PortfolioId];

-- IPortfolioRepository.FindWithLedgerAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SELECT [p1].[Id], [p1].[BaseCurrency], [p1].[CostBasisMethod], [p1].[CreatedAt], [p1].[Description], [p1].[Name], [p1].[OwnerId], [p1].[Version], [p0].[PortfolioId], [p0].[UserId], [p0].[Access]
FROM (
    SELECT TOP(2) [p].[Id], [p].[BaseCurrency], [p].[CostBasisMethod], [p].[CreatedAt], [p].[Description], [p].[Name], [p].[OwnerId], [p].[Version]
    FROM [Portfolios] AS [p]
    WHERE [p].[Id] = @id
) AS [p1]
LEFT JOIN [PortfolioMembers] AS [p0] ON [p1].[Id] = [p0].[PortfolioId]
ORDER BY [p1].[Id], [p0].[PortfolioId];

-- IPositionsLoader.LoadAsync
SELECT [p].[Id], [p].[BaseCurrency], [p].[CostBasisMethod], [p].[CreatedAt], [p].[Description], [p].[Name], [p].[OwnerId], [p].[Version], [p0].[PortfolioId], [p0].[UserId], [p0].[Access]
FROM [Portfolios] AS [p]
LEFT JOIN [PortfolioMembers] AS [p0] ON [p].[Id] = [p0].[PortfolioId]
WHERE [p].[Id] = @keys1
ORDER BY [p].[Id], [p0].[PortfolioId];

-- IPriceAlertLoader.LoadAsync
SELECT [p].[Id], [p].[AssetId], [p].[ChangedAt], [p].[Condition], [p].[CreatedAt], [p].[IsArmed], [p].[OwnerId], [p].[Threshold], [p].[TriggeredAt], [p].[TriggeredPrice]
FROM [PriceAlerts] AS [p]
WHERE [p].[Id] = @keys1;

-- IPriceAlertRepository.CountAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SELECT COUNT(*)
FROM [PriceAlerts] AS [p]
WHERE [p].[OwnerId] = @owner;

-- IPriceAlertRepository.FindAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SELECT [p].[Id], [p].[AssetId], [p].[ChangedAt], [p].[Condition], [p].[CreatedAt], [p].[IsArmed], [p].[OwnerId], [p].[Threshold], [p].[TriggeredAt], [p].[TriggeredPrice]
FROM [PriceAlerts] AS [p]
WHERE [p].[Id] IN (
    SELECT [i].[value]
    FROM OPENJSON(@ids) WITH ([value] uniqueidentifier '$') AS [i]
);

-- IPriceAlertRepository.ListAsync
SELECT [p].[Id], [p].[AssetId], [p].[ChangedAt], [p].[Condition], [p].[CreatedAt], [p].[IsArmed], [p].[OwnerId], [p].[Threshold], [p].[TriggeredAt], [p].[TriggeredPrice]
FROM [PriceAlerts] AS [p]
WHERE [p].[CreatedAt] >= @madeSince;

-- IPriceAlertsOfUserLoader.LoadAsync
SELECT [p].[Id], [p].[AssetId], [p].[ChangedAt], [p].[Condition], [p].[CreatedAt], [p].[IsArmed], [p].[OwnerId], [p].[Threshold], [p].[TriggeredAt], [p].[TriggeredPrice]
FROM [PriceAlerts] AS [p]
WHERE [p].[OwnerId] = @keys1
ORDER BY [p].[Id];

-- IPriceStore.ReadAsync
SELECT [p].[AssetId], [p].[Date], [p].[Close]
FROM [Prices] AS [p]
WHERE [p].[AssetId] = @assets1 AND [p].[Date] >= @from AND [p].[Date] <= @to;

-- IPriceStore.ReadLatestAsync
SELECT [p].[AssetId], [p].[Date], [p].[Close], [p].[Currency], [p].[Source]
FROM [Assets] AS [a]
INNER JOIN [Prices] AS [p] ON [a].[Id] = [p].[AssetId] AND (
    SELECT MAX([p0].[Date])
    FROM [Prices] AS [p0]
    WHERE [p0].[AssetId] = [a].[Id] AND [p0].[Date] <= @_8__locals1_onOrBefore) = [p].[Date]
WHERE [a].[Id] = @_8__locals1_assets1;

-- IPriceStore.WriteAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SELECT [p].[AssetId], [p].[Date], [p].[Close], [p].[Currency], [p].[Source]
FROM [Prices] AS [p]
WHERE [p].[AssetId] IN (
    SELECT [a].[value]
    FROM OPENJSON(@assets) WITH ([value] uniqueidentifier '$') AS [a]
) AND [p].[Date] >= @from AND [p].[Date] <= @to;

-- IPriceStore.WriteAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SELECT [p].[AssetId], [p].[Date], [p].[Close], [p].[Currency], [p].[Source]
FROM [Prices] AS [p]
WHERE [p].[AssetId] IN (
    SELECT [a].[value]
    FROM OPENJSON(@assets) WITH ([value] uniqueidentifier '$') AS [a]
) AND [p].[Date] >= @from AND [p].[Date] <= @to;

-- ISessionLoader.LoadAsync
SELECT [s].[Id], [s].[CreatedAt], [s].[EndedAt], [s].[ExpiresAt], [s].[LastUsedAt], [s].[TokenHash], [s].[UsedTokenHashes], [s].[UserAgent], [s].[UserId]
FROM [Sessions] AS [s]
WHERE [s].[Id] = @keys1;

-- ISessionRepository.FindAsync
SELECT TOP(2) [s].[Id], [s].[CreatedAt], [s].[EndedAt], [s].[ExpiresAt], [s].[LastUsedAt], [s].[TokenHash], [s].[UsedTokenHashes], [s].[UserAgent], [s].[UserId]
FROM [Sessions] AS [s]
WHERE [s].[Id] = @id;

-- ISessionRepository.ListOpenAsync
SELECT [s].[Id], [s].[CreatedAt], [s].[EndedAt], [s].[ExpiresAt], [s].[LastUsedAt], [s].[TokenHash], [s].[UsedTokenHashes], [s].[UserAgent], [s].[UserId]
FROM [Sessions] AS [s]
WHERE [s].[UserId] = @user AND [s].[EndedAt] IS NULL;

-- ISessionRepository.MakeRoomAsync
DELETE FROM [s]
FROM [Sessions] AS [s]
WHERE [s].[UserId] = @user AND [s].[Id] NOT IN (
    SELECT TOP(99) [s0].[Id]
    FROM [Sessions] AS [s0]
    WHERE [s0].[UserId] = @user AND [s0].[EndedAt] IS NULL AND [s0].[ExpiresAt] > @now
    ORDER BY [s0].[LastUsedAt] DESC
);

-- ISessionsOfUserLoader.LoadAsync
SELECT [s].[Id], [s].[CreatedAt], [s].[EndedAt], [s].[ExpiresAt], [s].[LastUsedAt], [s].[TokenHash], [s].[UsedTokenHashes], [s].[UserAgent], [s].[UserId]
FROM [Sessions] AS [s]
WHERE [s].[UserId] = @_8__locals1_keys1 AND [s].[EndedAt] IS NULL AND [s].[ExpiresAt] > @now
ORDER BY [s].[LastUsedAt] DESC, [s].[Id] DESC;

-- ISignInAttempts.CountFailureAsync
SELECT TOP(2) [s].[EmailHash], [s].[Count], [s].[LastAt], [s].[LockedUntil]
FROM [SignInFailures] AS [s]
WHERE [s].[EmailHash] = @hash;
DELETE FROM [s]
FROM [SignInFailures] AS [s]
WHERE [s].[LastAt] < @forgotten;
SELECT COUNT(*)
FROM [SignInFailures] AS [s];
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT ON;
INSERT INTO [SignInFailures] ([EmailHash], [Count], [LastAt], [LockedUntil])
VALUES (@p0, @p1, @p2, @p3);

-- ISignInAttempts.FindAsync
SELECT TOP(2) [s].[EmailHash], [s].[Count], [s].[LastAt], [s].[LockedUntil]
FROM [SignInFailures] AS [s]
WHERE [s].[EmailHash] = @hash;

-- ISignInAttempts.ForgetAsync
DELETE FROM [s]
FROM [SignInFailures] AS [s]
WHERE [s].[EmailHash] = @hash;

-- ITransactionLoader.LoadAsync
SELECT [t].[Id], [t].[Amount], [t].[AssetId], [t].[Currency], [t].[ExternalId], [t].[Fee], [t].[Lots], [t].[Note], [t].[PortfolioId], [t].[Quantity], [t].[RatioDenominator], [t].[RatioNumerator], [t].[RecordedAt], [t].[RecordedBy], [t].[Sequence], [t].[Supersedes], [t].[TakenFrom], [t].[Tax], [t].[TradeDate], [t].[TransferredLots], [t].[Type], [t].[UnitPrice], [t].[Version]
FROM [Transactions] AS [t]
WHERE [t].[Id] = @keys1;

-- ITransactionPages.ListAsync
SELECT TOP(@p) [t].[Id], [t].[Amount], [t].[AssetId], [t].[Currency], [t].[ExternalId], [t].[Fee], [t].[Lots], [t].[Note], [t].[PortfolioId], [t].[Quantity], [t].[RatioDenominator], [t].[RatioNumerator], [t].[RecordedAt], [t].[RecordedBy], [t].[Sequence], [t].[Supersedes], [t].[TakenFrom], [t].[Tax], [t].[TradeDate], [t].[TransferredLots], [t].[Type], [t].[UnitPrice], [t].[Version]
FROM [Transactions] AS [t]
WHERE [t].[PortfolioId] = @portfolio AND [t].[Type] = @type AND [t].[Type] = @types1 AND [t].[TradeDate] = @day AND [t].[TradeDate] >= @from AND [t].[TradeDate] <= @to AND EXISTS (
    SELECT 1
    FROM [Assets] AS [a]
    WHERE [a].[Symbol] COLLATE Latin1_General_100_CI_AS LIKE @pattern COLLATE Latin1_General_100_CI_AS ESCAPE N'\' AND [a].[Symbol] COLLATE Latin1_General_100_CI_AS NOT LIKE @pattern9 COLLATE Latin1_General_100_CI_AS ESCAPE N'\' AND [a].[Symbol] COLLATE Latin1_General_100_CI_AS LIKE @pattern11 COLLATE Latin1_General_100_CI_AS ESCAPE N'\' AND [a].[Symbol] COLLATE Latin1_General_100_CI_AS LIKE @pattern13 COLLATE Latin1_General_100_CI_AS ESCAPE N'\' AND [a].[Symbol] COLLATE Latin1_General_100_CI_AS LIKE @pattern15 COLLATE Latin1_General_100_CI_AS ESCAPE N'\' AND [a].[Id] = [t].[AssetId])
ORDER BY [t].[TradeDate], [t].[RecordedAt], [t].[Sequence], [t].[Id];
SELECT COUNT(*)
FROM [Transactions] AS [t]
WHERE [t].[PortfolioId] = @portfolio AND [t].[Type] = @type AND [t].[Type] = @types1 AND [t].[TradeDate] = @day AND [t].[TradeDate] >= @from AND [t].[TradeDate] <= @to AND EXISTS (
    SELECT 1
    FROM [Assets] AS [a]
    WHERE [a].[Symbol] COLLATE Latin1_General_100_CI_AS LIKE @pattern COLLATE Latin1_General_100_CI_AS ESCAPE N'\' AND [a].[Symbol] COLLATE Latin1_General_100_CI_AS NOT LIKE @pattern9 COLLATE Latin1_General_100_CI_AS ESCAPE N'\' AND [a].[Symbol] COLLATE Latin1_General_100_CI_AS LIKE @pattern11 COLLATE Latin1_General_100_CI_AS ESCAPE N'\' AND [a].[Symbol] COLLATE Latin1_General_100_CI_AS LIKE @pattern13 COLLATE Latin1_General_100_CI_AS ESCAPE N'\' AND [a].[Symbol] COLLATE Latin1_General_100_CI_AS LIKE @pattern15 COLLATE Latin1_General_100_CI_AS ESCAPE N'\' AND [a].[Id] = [t].[AssetId]);

-- ITransferBook.ReadOpenAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SELECT [p].[Id], [p].[CostBasisMethod]
FROM [Portfolios] AS [p]
WHERE [p].[Id] IN (
    SELECT [p0].[Id]
    FROM [Portfolios] AS [p0]
    WHERE [p0].[OwnerId] = @user
    UNION
    SELECT [p1].[Id]
    FROM [Portfolios] AS [p1]
    INNER JOIN [PortfolioMembers] AS [p2] ON [p1].[Id] = [p2].[PortfolioId]
    WHERE [p2].[UserId] = @user0 AND [p2].[Access] <> N'Viewer'
) AND [p].[Id] <> @into;

-- IUserLoader.LoadAsync
SELECT [u].[Id], [u].[BaseCurrency], [u].[CreatedAt], [u].[DisplayName], [u].[Email], [u].[EmailHash], [u].[IsLocked], [u].[PasswordHash], [u].[Roles]
FROM [Users] AS [u]
WHERE [u].[Id] = @keys1;

-- IUserPages.ListAsync
SELECT [u].[Id], [u].[DisplayName], [u].[Email]
FROM [Users] AS [u];
SELECT TOP(@p) [u].[Id], [u].[BaseCurrency], [u].[CreatedAt], [u].[DisplayName], [u].[Email], [u].[EmailHash], [u].[IsLocked], [u].[PasswordHash], [u].[Roles]
FROM [Users] AS [u]
WHERE [u].[Id] IN (
    SELECT [f].[value]
    FROM OPENJSON(@found) WITH ([value] uniqueidentifier '$') AS [f]
)
ORDER BY [u].[Id] DESC;
SELECT COUNT(*)
FROM [Users] AS [u]
WHERE [u].[Id] IN (
    SELECT [f].[value]
    FROM OPENJSON(@found) WITH ([value] uniqueidentifier '$') AS [f]
);

-- IUserRepository.FindAsync
SELECT TOP(2) [u].[Id], [u].[BaseCurrency], [u].[CreatedAt], [u].[DisplayName], [u].[Email], [u].[EmailHash], [u].[IsLocked], [u].[PasswordHash], [u].[Roles]
FROM [Users] AS [u]
WHERE [u].[Id] = @id;

-- IUserRepository.FindByEmailAsync
SELECT TOP(2) [u].[Id], [u].[BaseCurrency], [u].[CreatedAt], [u].[DisplayName], [u].[Email], [u].[EmailHash], [u].[IsLocked], [u].[PasswordHash], [u].[Roles]
FROM [Users] AS [u]
WHERE [u].[EmailHash] = @hash;

-- IUserRepository.FindInTurnAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SELECT TOP(2) [u].[Id], [u].[BaseCurrency], [u].[CreatedAt], [u].[DisplayName], [u].[Email], [u].[EmailHash], [u].[IsLocked], [u].[PasswordHash], [u].[Roles]
FROM [Users] AS [u]
WHERE [u].[Id] = @id;

-- IUserRepository.HasAnotherAdministratorAsync
SELECT CASE
    WHEN EXISTS (
        SELECT 1
        FROM [Users] AS [u]
        WHERE [u].[Id] <> @than AND [u].[IsLocked] = CAST(0 AS bit) AND 2 IN (
            SELECT [r].[value]
            FROM OPENJSON([u].[Roles]) WITH ([value] int '$') AS [r]
        )) THEN CAST(1 AS bit)
    ELSE CAST(0 AS bit)
END;

-- IUserRepository.RemoveAsync
SELECT DISTINCT [a].[Id], [a].[Symbol], [p].[Id] AS [Portfolio], [p].[OwnerId]
FROM [Transactions] AS [t]
INNER JOIN [Assets] AS [a] ON [t].[AssetId] = [a].[Id]
INNER JOIN [Portfolios] AS [p] ON [t].[PortfolioId] = [p].[Id]
WHERE [a].[OwnerId] = @user AND [p].[OwnerId] <> @user1;
DELETE FROM [p]
FROM [Portfolios] AS [p]
WHERE [p].[OwnerId] = @user_Id;
DELETE FROM [w]
FROM [Watchlists] AS [w]
WHERE [w].[OwnerId] = @user_Id;
DELETE FROM [p]
FROM [PriceAlerts] AS [p]
WHERE [p].[OwnerId] = @user_Id;

-- IWatchlistLoader.LoadAsync
SELECT [w].[Id], [w].[Name], [w].[OwnerId], [w0].[WatchlistId], [w0].[AssetId], [w0].[Place]
FROM [Watchlists] AS [w]
LEFT JOIN [WatchlistEntries] AS [w0] ON [w].[Id] = [w0].[WatchlistId]
WHERE [w].[Id] = @keys1
ORDER BY [w].[Id], [w0].[WatchlistId];

-- IWatchlistRepository.CountAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SELECT COUNT(*)
FROM [Watchlists] AS [w]
WHERE [w].[OwnerId] = @owner;

-- IWatchlistRepository.FindAsync
DECLARE @taken int;
EXEC @taken = sp_getapplock @Resource = N'Investr.Write', @LockMode = N'Exclusive', @LockTimeout = -1;
IF @taken < 0 THROW 51000, N'The turn to write was not given.', 1;
SELECT [w1].[Id], [w1].[Name], [w1].[OwnerId], [w0].[WatchlistId], [w0].[AssetId], [w0].[Place]
FROM (
    SELECT TOP(2) [w].[Id], [w].[Name], [w].[OwnerId]
    FROM [Watchlists] AS [w]
    WHERE [w].[Id] = @id AND [w].[OwnerId] = @owner
) AS [w1]
LEFT JOIN [WatchlistEntries] AS [w0] ON [w1].[Id] = [w0].[WatchlistId]
ORDER BY [w1].[Id], [w0].[WatchlistId];

-- IWatchlistsOfUserLoader.LoadAsync
SELECT [w].[Id], [w].[Name], [w].[OwnerId], [w0].[WatchlistId], [w0].[AssetId], [w0].[Place]
FROM [Watchlists] AS [w]
LEFT JOIN [WatchlistEntries] AS [w0] ON [w].[Id] = [w0].[WatchlistId]
WHERE [w].[OwnerId] = @keys1
ORDER BY [w].[Id], [w0].[WatchlistId];
