using System.Globalization;
using Investr.Benchmarks;
using Investr.Benchmarks.Daily;
using Investr.Benchmarks.Ledgers;
using Investr.Benchmarks.Limits;
using Investr.Benchmarks.Load;
using Investr.Benchmarks.Prices;
using Investr.Benchmarks.Searching;
using Investr.Benchmarks.Servers;
using Investr.Benchmarks.Sockets;
using Investr.Benchmarks.Starting;

// --serve            serves the workload with the library, for a load from outside
// --serve floor      serves it by hand
// --fanout           an event to 1,000 sockets, beside a bare broadcast
// --prices           prices through the API to 1,000 sockets, beside a bare broadcast
// --soak             10,000 clients that vanish, then 1,000 at once
// --startup FOLDER   the API, published to a folder, from the start of its process to its first answers
// --search           searches for assets among 100,000
// --ledger           a portfolio's page over ledgers of 1,000, 10,000 and 50,000 entries
// --daily           the daily update of 100,000 assets from a market's API beside it
// --peers            the comparison with servers of others beside, where Node is installed
// --limits           what it costs to refuse the worst document for each limit
// --beside           how long another user waits while the first page of 50,000 entries is made, over HTTP
// --rounds N --seconds N   how long each cell of the comparison takes, and how often it is taken
if (args is ["--serve", .. var which])
{
    await (which switch
    {
        ["floor"] => FloorServer.RunAsync(),
        ["api-prices"] => ApiPriceServer.RunAsync(),
        ["floor-prices"] => FloorPriceServer.RunAsync(),
        _ => LibraryServer.RunAsync(),
    });
    return;
}

if (args is ["--ledger"])
{
    await LedgerScale.RunAsync();
    return;
}

if (args is ["--daily"])
{
    await DailyScale.RunAsync();
    return;
}

if (args is ["--beside"])
{
    await Beside.RunAsync();
    return;
}

if (args is ["--fanout", ..])
{
    await Fanout.RunAsync(Option("--rounds", 5));
    return;
}

if (args is ["--prices", ..])
{
    await PriceFanout.RunAsync(Option("--rounds", 3), Option("--seconds", 10));
    return;
}

if (args is ["--limits"])
{
    await LimitCost.RunAsync();
    return;
}

if (args is ["--search"])
{
    SearchCost.Run();
    return;
}

if (args is ["--startup", var published])
{
    await StartUp.RunAsync(published);
    return;
}

if (args is ["--soak"])
{
    await Soak.RunAsync();
    return;
}

var series = await Comparison.RunAsync(Option("--rounds", 5), TimeSpan.FromSeconds(Option("--seconds", 3)), args.Contains("--peers"));
Console.WriteLine(Report.Write(series));

int Option(string name, int otherwise) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
