using Investr.GraphQL.Types;

namespace Investr.Api.Hosting;

/// <summary><c>dotnet run --project src/Api -- schema print</c>: the schema in its own language, and nothing else.</summary>
internal static class SchemaCommand
{
    public static bool IsAskedFor(string[] args) => args is ["schema", "print", ..];

    public static int Print(WebApplication app)
    {
        Console.Out.Write(SchemaPrinter.Print(app.Services.GetRequiredService<Schema>()));
        return 0;
    }
}
