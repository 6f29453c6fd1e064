using Investr.Infrastructure.Protection;
using Investr.Infrastructure.Tests.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Protection;

public sealed class OwnerOnlyTests : IDisposable
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder = Directory.CreateTempSubdirectory("investr-test-").FullName;

    private string Secret => Path.Combine(_folder, "deep", "secret");

    [Fact]
    public void A_secret_is_made_once_and_only_its_owner_may_read_it()
    {
        var made = OwnerOnly.ReadOrMake(Secret, () => "first");

        Assert.Equal(made, OwnerOnly.ReadOrMake(Secret, () => "second"));
        Assert.Equal(OwnersFile, ModeOf(Secret));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_secret_that_others_can_get_at_is_not_used(UnixFileMode others)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps rights elsewhere.");
        OwnerOnly.ReadOrMake(Secret, () => "first");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Secret, OwnersFile | others);

        var refused = Assert.Throws<InvalidDataException>(() => OwnerOnly.ReadOrMake(Secret, () => "second"));

        Assert.Contains("chmod 600", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_ring_is_in_a_folder_of_its_owner_and_its_keys_are_not_in_clear()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        database.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect([1]);

        var ring = new DirectoryInfo(Path.Combine(database.Folder, "data", "key-ring"));
        var key = File.ReadAllText(Assert.Single(ring.GetFiles()).FullName);

        Assert.Contains(nameof(KeyRingCipher), key, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(OwnersFile | UnixFileMode.UserExecute, ModeOf(ring.FullName) | UnixFileMode.UserExecute);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? OwnersFile : File.GetUnixFileMode(path);
}
