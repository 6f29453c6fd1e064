using Investr.Api.Hosting;
using Investr.Application;
using Investr.Infrastructure;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = ContentRoot.Find(),
    EnvironmentName = ContentRoot.DefaultEnvironment(),
});
builder.AddObservability();
builder.ListenByDefaultOn("http://localhost:5080");
builder.Services
    .AddRateLimits(builder.Configuration)
    .AddApplication()
    .AddInfrastructure(builder.Configuration)
    .AddTransport(builder.Configuration)
    .AddOrigins(builder.Configuration)
    .AddAccessTokens()
    .AddInvestrGraphQL(builder.Environment)
    .AddShutdown(builder.Configuration)
    .AddTelemetry(builder.Configuration)
    .AddCompression()
    .AddDemo(builder.Configuration, builder.Environment);

var app = builder.Build();
if (SchemaCommand.IsAskedFor(args)) return SchemaCommand.Print(app);
if (!app.SettingsAreRight()) return 1;
if (AuditCommand.IsAskedFor(args)) return await AuditCommand.VerifyAsync(app);
if (DatabaseCommands.AreAskedFor(args)) return await DatabaseCommands.RunAsync(app, args);

app.Services.BeginDatabase();

app.UseTelemetry();
app.UseTransport();
app.UseSecurityHeaders();
app.UseOrigins();
app.UseResponseCompression();
app.UseWebSockets();
app.UseAuthentication();
app.UseRateLimits();
app.UseAuthorization();
app.MapInvestr();
return await app.ServeAsync();
