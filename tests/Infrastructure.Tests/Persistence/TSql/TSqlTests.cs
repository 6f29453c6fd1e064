using System.Reflection;
using System.Text;
using Investr.Application;
using Investr.Application.Auditing;
using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence;
using Investr.Infrastructure.Persistence.SqlServer;
using Investr.Infrastructure.Protection;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using NSubstitute;

namespace Investr.Infrastructure.Tests.Persistence.TSql;

/// <summary>
/// What SQL Server is told: the text of each migration and of each query of persistence, beside this file, to be read when it changes.
/// <c>INVESTR_RENEW_SNAPSHOTS=1 dotnet test tests/Infrastructure.Tests --filter TSqlTests</c> renews it.
/// </summary>
public sealed class TSqlTests
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "tests", "Infrastructure.Tests", "Persistence", "TSql");

    [Fact]
    public void The_migrations_are_those_that_were_read()
    {
        using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);

        AssertRead("Migrations.sql", context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
    }

    [Fact]
    public async Task The_statements_are_those_that_were_read()
    {
        var text = new StringBuilder();
        foreach (var (name, statements) in await StatementsAsync())
        {
            text.Append("-- ").Append(name).Append('\n');
            foreach (var statement in statements.Distinct()) text.Append(statement.Trim().TrimEnd(';')).Append(";\n");
            text.Append('\n');
        }

        AssertRead("Statements.sql", text.ToString());
    }

    private static void AssertRead(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        text = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("INVESTR_RENEW_SNAPSHOTS") is { Length: > 0 }) File.WriteAllText(path, text);

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", text);
    }

    /// <summary>Calls every method of every part of persistence, each in a scope of its own, with sample values.</summary>
    private static async Task<IEnumerable<(string Name, List<string> Statements)>> StatementsAsync()
    {
        List<string> sent = [];
        await using var provider = Services(sent);
        List<(string Name, List<string> Statements)> told = [];
        foreach (var (part, method) in Methods())
        {
            sent.Clear();
            await using var scope = provider.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<IPortfolioLoader>()
                .SetCacheEntry(((Portfolio)Samples.Of(typeof(Portfolio))!).Id, (Portfolio)Samples.Of(typeof(Portfolio))!);
            await CallAsync(scope.ServiceProvider.GetRequiredService(part), method);
            if (sent.Count > 0) told.Add(($"{part.Name}.{method.Name}", [.. sent]));
        }

        return told.OrderBy(one => one.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<(Type Part, MethodInfo Method)> Methods() =>
        from type in typeof(InvestrDbContext).Assembly.GetTypes()
        where type.Namespace?.StartsWith("Investr.Infrastructure.Persistence", StringComparison.Ordinal) == true && type is { IsClass: true, IsAbstract: false }
        from part in type.GetInterfaces()
        where part.Namespace?.StartsWith("Investr.Application", StringComparison.Ordinal) == true && part != typeof(IUnitOfWork)
        from declaring in part.GetInterfaces().Append(part)
        from method in declaring.GetMethods()
        where !method.IsSpecialName && method.Name != "SetCacheEntry" && !method.IsGenericMethod
        where method.Name != "LoadAsync" || declaring.GetMethods().Length == 1 || method.ReturnType.GetGenericArguments()[0].Name == "IReadOnlyList`1"
        select (part, method);

    // With nothing in the database some calls end in a refusal or a failure; what was asked until then is what counts.
    private static async Task CallAsync(object part, MethodInfo method)
    {
        try
        {
            var result = method.Invoke(part, [.. method.GetParameters().Select(parameter => Samples.Of(parameter.ParameterType))]);
            if (result is Task task) await task;
            else if (result is not null && EnumerationOf(result) is { } all) await all;
        }
        catch (Exception ended) when (ended is not Xunit.Sdk.XunitException)
        {
            TestContext.Current.SendDiagnosticMessage($"{method.DeclaringType!.Name}.{method.Name}: {ended.Message}");
        }
    }

    private static Task? EnumerationOf(object result) => result.GetType().GetInterfaces()
        .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)) is { } type
        ? (Task)typeof(TSqlTests).GetMethod(nameof(EnumerateAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [result])!
        : null;

    private static async Task EnumerateAsync<T>(IAsyncEnumerable<T> items) => await items.CountAsync();

    private static ServiceProvider Services(List<string> sent)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "SqlServer", ["ConnectionStrings:Investr"] = "Server=nowhere;Database=Investr",
        }).Build();
        var viewer = Substitute.For<IViewer>();
        viewer.Id.Returns((UserId)Samples.Of(typeof(UserId))!);
        viewer.RequiredId.Returns((UserId)Samples.Of(typeof(UserId))!);
        return new ServiceCollection()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = Path.GetTempPath(), EnvironmentName = Environments.Development })
            .AddSingleton<TimeProvider>(new FakeClock())
            .AddSingleton(viewer)
            .AddScoped<IBatchScheduler, BatchScheduler>()
            .AddScoped<AuditNote>()
            .AddLogging()
            .AddProtection(configuration)
            .AddPersistence(configuration)
            .AddSingleton<IDbContextFactory<InvestrDbContext>>(provider => new Contexts(provider, sent))
            .BuildServiceProvider();
    }

    private sealed class Contexts(IServiceProvider provider, List<string> sent) : IDbContextFactory<InvestrDbContext>
    {
        public InvestrDbContext CreateDbContext() => new SqlServerInvestrDbContext(new DbContextOptionsBuilder<SqlServerInvestrDbContext>()
            .UseSqlServer(new FakeSqlServer(sent), server => server.ExecutionStrategy(dependencies => new SqlServerRetries(dependencies)))
            .UseApplicationServiceProvider(provider)
            .ReplaceService<IModelCacheKeyFactory, ModelOfItsKeys>()
            .Options);
    }
}
