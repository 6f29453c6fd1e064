using Investr.Api.Exporting;
using Investr.GraphQL.AspNetCore;

namespace Investr.Api.Hosting;

internal static class Endpoints
{
    /// <summary>Everything that is served, at addresses that stay.</summary>
    public static void MapInvestr(this WebApplication app)
    {
        app.MapGraphQL("/graphql");
        app.MapGraphQLSchema("/graphql/schema.graphql");
        app.MapTransactionsCsv();
        app.MapAccountExport();

        // The build leaves it out where there is no Node.
        var explorer = Path.Combine(AppContext.BaseDirectory, "explorer");
        var document = app.Services.GetRequiredService<DemoOptions>().Enabled ? Resources.Read("FirstDocument.graphql") : null;
        if (Directory.Exists(explorer)) app.MapGraphQLExplorer("/graphql/ui/", explorer, new ExplorerOptions { Document = document });

        app.MapGet("/", () => Results.Redirect("/graphql"));
        app.MapHealth();
        app.MapMetrics();
    }
}
