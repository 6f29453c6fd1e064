using AutoMapper;
using Investr.Infrastructure.Importing;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Importing;

public sealed class ImportProfileTests
{
    [Fact]
    public void Every_field_of_a_draft_is_mapped_or_said_not_to_be() => new ServiceCollection()
        .AddLogging()
        .AddImporting()
        .BuildServiceProvider()
        .GetRequiredService<IConfigurationProvider>()
        .AssertConfigurationIsValid();
}
