using Investr.Api.Hosting;
using Investr.Application;
using Investr.Infrastructure;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = ContentRoot.Find(),
    EnvironmentName = ContentRoot.DefaultEnvironment(),
});
builder.AddObservability();
builder.ListenByDefaultOn("http://localhost:5080");
builder.Services
    .AddApplication()
    .AddInfrastructure(builder.Configuration)
    .AddAccessTokens()
    .AddInvestrGraphQL(builder.Environment)
    .AddRateLimits(builder.Configuration)
    .AddDemo(builder.Configuration, builder.Environment);

var app = builder.Build();
if (SchemaCommand.IsAskedFor(args)) return SchemaCommand.Print(app);

// Before anything is made of the settings, so that every fault of theirs is told in one message.
app.Services.GetRequiredService<IStartupValidator>().Validate();
if (AuditCommand.IsAskedFor(args)) return await AuditCommand.VerifyAsync(app);

app.UseWebSockets();
app.UseAuthentication();
app.UseRateLimits();
app.UseAuthorization();
app.MapInvestr();
await app.RunAsync();
return 0;
