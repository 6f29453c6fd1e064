using Investr.Domain.Users;

namespace Investr.Domain.Tests.Users;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ada@example.com", "ada@example.com")]
    [InlineData("  Ada.Lovelace@Example.COM ", "ada.lovelace@example.com")]
    [InlineData("a+b@sub.example.org", "a+b@sub.example.org")]
    public void One_mailbox_has_one_normal_form(string text, string normal)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));
        Assert.Equal(normal, address.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("@example.com")]
    [InlineData("ada@")]
    [InlineData("ada@localhost")]
    [InlineData("ada@@example.com")]
    [InlineData("ada@example..com")]
    [InlineData(".ada@example.com")]
    [InlineData("ada lovelace@example.com")]
    [InlineData("Ada <ada@example.com>")]
    [InlineData("ada@-example.com")]
    [InlineData("ada@example.com\nbcc: eve@example.com")]
    public void Other_texts_are_no_addresses(string? text) => Assert.False(EmailAddress.TryParse(text, out _));

    [Fact]
    public void An_address_has_at_most_254_characters()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('a', 60), 4)); // 4 * 60 + 3 = 243

        Assert.True(EmailAddress.TryParse($"{new string('b', 10)}@{domain}", out _)); // 10 + 1 + 243 = 254
        Assert.False(EmailAddress.TryParse($"{new string('b', 11)}@{domain}", out _));
    }
}
