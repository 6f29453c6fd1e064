IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TABLE [AuditEntries] (
        [Sequence] bigint NOT NULL,
        [Id] uniqueidentifier NOT NULL,
        [At] datetimeoffset NOT NULL,
        [Actor] uniqueidentifier NULL,
        [Action] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Subject] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Detail] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [Outcome] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Code] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [Origin] varbinary(max) NULL,
        [OriginHash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_AuditEntries] PRIMARY KEY ([Sequence])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TABLE [AuditHead] (
        [Id] int NOT NULL,
        [Sequence] bigint NOT NULL,
        [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Seal] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_AuditHead] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TABLE [ExchangeRates] (
        [From] nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [To] nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Date] date NOT NULL,
        [Rate] varchar(31) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_ExchangeRates] PRIMARY KEY ([From], [To], [Date])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TABLE [SignInFailures] (
        [EmailHash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Count] int NOT NULL,
        [LockedUntil] datetimeoffset NULL,
        [LastAt] datetimeoffset NOT NULL,
        CONSTRAINT [PK_SignInFailures] PRIMARY KEY ([EmailHash])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TABLE [Users] (
        [Id] uniqueidentifier NOT NULL,
        [Email] varbinary(max) NOT NULL,
        [DisplayName] varbinary(max) NOT NULL,
        [PasswordHash] nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [BaseCurrency] nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CreatedAt] datetimeoffset NOT NULL,
        [Roles] nvarchar(max) NOT NULL,
        [IsLocked] bit NOT NULL,
        [EmailHash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_Users] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TABLE [Assets] (
        [Id] uniqueidentifier NOT NULL,
        [Symbol] nvarchar(50) COLLATE Latin1_General_100_CI_AS NOT NULL,
        [Name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Type] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Class] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Currency] nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Exchange] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
        [Isin] nvarchar(12) COLLATE Latin1_General_100_BIN2 NULL,
        [Country] nvarchar(2) COLLATE Latin1_General_100_BIN2 NULL,
        [Sector] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [Industry] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [OwnerId] uniqueidentifier NULL,
        [IsEdited] bit NOT NULL,
        [Constituents] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Splits] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_Assets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Assets_Users_OwnerId] FOREIGN KEY ([OwnerId]) REFERENCES [Users] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TABLE [Portfolios] (
        [Id] uniqueidentifier NOT NULL,
        [OwnerId] uniqueidentifier NOT NULL,
        [Name] varbinary(max) NOT NULL,
        [Description] varbinary(max) NULL,
        [BaseCurrency] nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CostBasisMethod] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CreatedAt] datetimeoffset NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Portfolios] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Portfolios_Users_OwnerId] FOREIGN KEY ([OwnerId]) REFERENCES [Users] ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TABLE [Sessions] (
        [Id] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [TokenHash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [UsedTokenHashes] nvarchar(max) NOT NULL,
        [UserAgent] varbinary(max) NULL,
        [CreatedAt] datetimeoffset NOT NULL,
        [LastUsedAt] datetimeoffset NOT NULL,
        [ExpiresAt] datetimeoffset NOT NULL,
        [EndedAt] datetimeoffset NULL,
        CONSTRAINT [PK_Sessions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Sessions_Users_UserId] FOREIGN KEY ([UserId]) REFERENCES [Users] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TABLE [Prices] (
        [AssetId] uniqueidentifier NOT NULL,
        [Date] date NOT NULL,
        [Close] varchar(31) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Currency] nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Source] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_Prices] PRIMARY KEY ([AssetId], [Date]),
        CONSTRAINT [FK_Prices_Assets_AssetId] FOREIGN KEY ([AssetId]) REFERENCES [Assets] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TABLE [IdempotencyKeys] (
        [UserId] uniqueidentifier NOT NULL,
        [Key] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PortfolioId] uniqueidentifier NOT NULL,
        [RequestHash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [KeptAt] datetimeoffset NOT NULL,
        [Transactions] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_IdempotencyKeys] PRIMARY KEY ([UserId], [Key]),
        CONSTRAINT [FK_IdempotencyKeys_Portfolios_PortfolioId] FOREIGN KEY ([PortfolioId]) REFERENCES [Portfolios] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_IdempotencyKeys_Users_UserId] FOREIGN KEY ([UserId]) REFERENCES [Users] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TABLE [PortfolioMembers] (
        [UserId] uniqueidentifier NOT NULL,
        [PortfolioId] uniqueidentifier NOT NULL,
        [Access] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_PortfolioMembers] PRIMARY KEY ([PortfolioId], [UserId]),
        CONSTRAINT [FK_PortfolioMembers_Portfolios_PortfolioId] FOREIGN KEY ([PortfolioId]) REFERENCES [Portfolios] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_PortfolioMembers_Users_UserId] FOREIGN KEY ([UserId]) REFERENCES [Users] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TABLE [Transactions] (
        [Id] uniqueidentifier NOT NULL,
        [PortfolioId] uniqueidentifier NOT NULL,
        [Type] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AssetId] uniqueidentifier NULL,
        [TradeDate] date NOT NULL,
        [Sequence] int NOT NULL,
        [Version] bigint NOT NULL,
        [Quantity] varchar(31) COLLATE Latin1_General_100_BIN2 NULL,
        [UnitPrice] varchar(31) COLLATE Latin1_General_100_BIN2 NULL,
        [Amount] varchar(31) COLLATE Latin1_General_100_BIN2 NULL,
        [Currency] nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Fee] varchar(31) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Tax] varchar(31) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [RatioNumerator] bigint NULL,
        [RatioDenominator] bigint NULL,
        [Lots] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [TransferredLots] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [TakenFrom] uniqueidentifier NULL,
        [Note] varbinary(max) NULL,
        [ExternalId] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [RecordedAt] datetimeoffset NOT NULL,
        [RecordedBy] uniqueidentifier NULL,
        [Supersedes] uniqueidentifier NULL,
        CONSTRAINT [PK_Transactions] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_Transactions_Ratio] CHECK ([RatioNumerator] > 0 AND [RatioDenominator] > 0),
        CONSTRAINT [FK_Transactions_Assets_AssetId] FOREIGN KEY ([AssetId]) REFERENCES [Assets] ([Id]),
        CONSTRAINT [FK_Transactions_Portfolios_PortfolioId] FOREIGN KEY ([PortfolioId]) REFERENCES [Portfolios] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Transactions_Transactions_Supersedes] FOREIGN KEY ([Supersedes]) REFERENCES [Transactions] ([Id]),
        CONSTRAINT [FK_Transactions_Users_RecordedBy] FOREIGN KEY ([RecordedBy]) REFERENCES [Users] ([Id]) ON DELETE SET NULL
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TABLE [Voidings] (
        [Entry] uniqueidentifier NOT NULL,
        [PortfolioId] uniqueidentifier NOT NULL,
        [Version] bigint NOT NULL,
        [At] datetimeoffset NOT NULL,
        [By] uniqueidentifier NULL,
        [Reason] varbinary(max) NULL,
        CONSTRAINT [PK_Voidings] PRIMARY KEY ([Entry]),
        CONSTRAINT [FK_Voidings_Portfolios_PortfolioId] FOREIGN KEY ([PortfolioId]) REFERENCES [Portfolios] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Voidings_Transactions_Entry] FOREIGN KEY ([Entry]) REFERENCES [Transactions] ([Id]),
        CONSTRAINT [FK_Voidings_Users_By] FOREIGN KEY ([By]) REFERENCES [Users] ([Id]) ON DELETE SET NULL
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Hash', N'Seal', N'Sequence') AND [object_id] = OBJECT_ID(N'[AuditHead]'))
        SET IDENTITY_INSERT [AuditHead] ON;
    EXEC(N'INSERT INTO [AuditHead] ([Id], [Hash], [Seal], [Sequence])
    VALUES (1, N'''', N'''', CAST(0 AS bigint))');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Hash', N'Seal', N'Sequence') AND [object_id] = OBJECT_ID(N'[AuditHead]'))
        SET IDENTITY_INSERT [AuditHead] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_Assets_Isin] ON [Assets] ([Isin]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Assets_ListedSymbol] ON [Assets] ([Symbol]) WHERE [OwnerId] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Assets_OwnerId_Symbol] ON [Assets] ([OwnerId], [Symbol]) WHERE [OwnerId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_Action_Sequence] ON [AuditEntries] ([Action], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_Actor_Sequence] ON [AuditEntries] ([Actor], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AuditEntries_Id] ON [AuditEntries] ([Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_Subject] ON [AuditEntries] ([Subject]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_IdempotencyKeys_KeptAt] ON [IdempotencyKeys] ([KeptAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_IdempotencyKeys_PortfolioId] ON [IdempotencyKeys] ([PortfolioId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_PortfolioMembers_UserId] ON [PortfolioMembers] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_Portfolios_OwnerId] ON [Portfolios] ([OwnerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_Sessions_UserId] ON [Sessions] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_SignInFailures_LastAt] ON [SignInFailures] ([LastAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_Transactions_AssetId] ON [Transactions] ([AssetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_Transactions_PortfolioId_AssetId] ON [Transactions] ([PortfolioId], [AssetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Transactions_PortfolioId_ExternalId] ON [Transactions] ([PortfolioId], [ExternalId]) WHERE [ExternalId] IS NOT NULL AND [Supersedes] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_Transactions_PortfolioId_Sequence] ON [Transactions] ([PortfolioId], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_Transactions_PortfolioId_TradeDate_Sequence] ON [Transactions] ([PortfolioId], [TradeDate], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_Transactions_PortfolioId_Version] ON [Transactions] ([PortfolioId], [Version]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_Transactions_RecordedBy] ON [Transactions] ([RecordedBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Transactions_Supersedes] ON [Transactions] ([Supersedes]) WHERE [Supersedes] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Transactions_TakenFrom] ON [Transactions] ([TakenFrom]) WHERE [TakenFrom] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Users_EmailHash] ON [Users] ([EmailHash]) WHERE [EmailHash] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_Voidings_By] ON [Voidings] ([By]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE INDEX [IX_Voidings_PortfolioId_Version] ON [Voidings] ([PortfolioId], [Version]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TRIGGER [AuditEntries_AppendOnly] ON [AuditEntries] AFTER UPDATE, DELETE AS
    BEGIN
        SET NOCOUNT ON;
        IF EXISTS (SELECT * FROM inserted)
        BEGIN
            IF NOT (UPDATE([Sequence]) OR UPDATE([Id]) OR UPDATE([At]) OR UPDATE([Actor]) OR UPDATE([Action]) OR UPDATE([Subject])
                OR UPDATE([Detail]) OR UPDATE([Outcome]) OR UPDATE([Code]) OR UPDATE([OriginHash]) OR UPDATE([Hash])
                OR EXISTS (SELECT * FROM inserted WHERE [Origin] IS NOT NULL)) RETURN;
        END
        ELSE IF NOT EXISTS (SELECT * FROM deleted) RETURN;
        THROW 51001, N'The audit log is append-only.', 1;
    END
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    CREATE TRIGGER [AuditHead_OnlyGrows] ON [AuditHead] AFTER UPDATE, DELETE AS
    BEGIN
        SET NOCOUNT ON;
        IF EXISTS (SELECT * FROM deleted AS was LEFT JOIN inserted AS [is] ON [is].[Id] = was.[Id]
            WHERE [is].[Id] IS NULL OR [is].[Sequence] < was.[Sequence])
            THROW 51001, N'The audit log is append-only.', 1;
    END
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173919_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122173919_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122175613_Watchlists'
)
BEGIN
    CREATE TABLE [Watchlists] (
        [Id] uniqueidentifier NOT NULL,
        [OwnerId] uniqueidentifier NOT NULL,
        [Name] varbinary(max) NOT NULL,
        CONSTRAINT [PK_Watchlists] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Watchlists_Users_OwnerId] FOREIGN KEY ([OwnerId]) REFERENCES [Users] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122175613_Watchlists'
)
BEGIN
    CREATE TABLE [WatchlistEntries] (
        [AssetId] uniqueidentifier NOT NULL,
        [WatchlistId] uniqueidentifier NOT NULL,
        [Place] int NOT NULL,
        CONSTRAINT [PK_WatchlistEntries] PRIMARY KEY ([WatchlistId], [AssetId]),
        CONSTRAINT [FK_WatchlistEntries_Assets_AssetId] FOREIGN KEY ([AssetId]) REFERENCES [Assets] ([Id]),
        CONSTRAINT [FK_WatchlistEntries_Watchlists_WatchlistId] FOREIGN KEY ([WatchlistId]) REFERENCES [Watchlists] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122175613_Watchlists'
)
BEGIN
    CREATE INDEX [IX_WatchlistEntries_AssetId] ON [WatchlistEntries] ([AssetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122175613_Watchlists'
)
BEGIN
    CREATE INDEX [IX_Watchlists_OwnerId] ON [Watchlists] ([OwnerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122175613_Watchlists'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122175613_Watchlists', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122181643_StartupSteps'
)
BEGIN
    CREATE TABLE [StartupSteps] (
        [Step] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Edition] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_StartupSteps] PRIMARY KEY ([Step])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122181643_StartupSteps'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122181643_StartupSteps', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122182314_PriceAlerts'
)
BEGIN
    CREATE TABLE [PriceAlerts] (
        [Id] uniqueidentifier NOT NULL,
        [OwnerId] uniqueidentifier NOT NULL,
        [AssetId] uniqueidentifier NOT NULL,
        [Condition] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Threshold] varchar(31) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CreatedAt] datetimeoffset NOT NULL,
        [IsArmed] bit NOT NULL,
        [ChangedAt] datetimeoffset NULL,
        [TriggeredAt] datetimeoffset NULL,
        [TriggeredPrice] varchar(31) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_PriceAlerts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PriceAlerts_Assets_AssetId] FOREIGN KEY ([AssetId]) REFERENCES [Assets] ([Id]),
        CONSTRAINT [FK_PriceAlerts_Users_OwnerId] FOREIGN KEY ([OwnerId]) REFERENCES [Users] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122182314_PriceAlerts'
)
BEGIN
    CREATE INDEX [IX_PriceAlerts_AssetId] ON [PriceAlerts] ([AssetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122182314_PriceAlerts'
)
BEGIN
    CREATE INDEX [IX_PriceAlerts_CreatedAt] ON [PriceAlerts] ([CreatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122182314_PriceAlerts'
)
BEGIN
    CREATE INDEX [IX_PriceAlerts_OwnerId] ON [PriceAlerts] ([OwnerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122182314_PriceAlerts'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122182314_PriceAlerts', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183457_DailyUpdate'
)
BEGIN
    ALTER TABLE [ExchangeRates] ADD [Source] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'manual';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183457_DailyUpdate'
)
BEGIN
    CREATE TABLE [AssetDividends] (
        [AssetId] uniqueidentifier NOT NULL,
        [ExDate] date NOT NULL,
        [Amount] varchar(31) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Currency] nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Source] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_AssetDividends] PRIMARY KEY ([AssetId], [ExDate]),
        CONSTRAINT [FK_AssetDividends_Assets_AssetId] FOREIGN KEY ([AssetId]) REFERENCES [Assets] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183457_DailyUpdate'
)
BEGIN
    CREATE TABLE [MarketDataRuns] (
        [Id] uniqueidentifier NOT NULL,
        [Exchange] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
        [Day] date NULL,
        [Symbols] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [StartedAt] datetimeoffset NOT NULL,
        [FinishedAt] datetimeoffset NULL,
        [Status] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AssetsAsked] int NOT NULL,
        [AssetsUpdated] int NOT NULL,
        [AssetsFailed] int NOT NULL,
        [ProviderCalls] int NOT NULL,
        [Message] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
        [RatesDone] bit NOT NULL,
        [LastDone] uniqueidentifier NULL,
        [Turn] nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
        [Failures] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_MarketDataRuns] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183457_DailyUpdate'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_MarketDataRuns_Exchange_Day] ON [MarketDataRuns] ([Exchange], [Day]) WHERE [Exchange] IS NOT NULL AND [Day] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183457_DailyUpdate'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_MarketDataRuns_Turn] ON [MarketDataRuns] ([Turn]) WHERE [Turn] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122183457_DailyUpdate'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122183457_DailyUpdate', N'10.0.14');
END;

COMMIT;
GO
