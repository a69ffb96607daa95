using Rallies.Domain;

namespace Rallies.Tests.Domain;

public sealed class MailboxTests
{
    [Theory]
    [InlineData("amina@example.org")]
    [InlineData("  amina.o'brien+rally@mail.example.co.uk ")]
    [InlineData("amina@exämple.org")]
    public void An_address_is_taken_without_its_edges(string text)
    {
        Assert.True(Mailbox.TryRead(text, out var address));
        Assert.Equal(text.Trim(), address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("amina")]
    [InlineData("@example.org")]
    [InlineData("amina@")]
    [InlineData("amina@localhost")]
    [InlineData("amina@example..org")]
    [InlineData("amina@example.org.")]
    [InlineData(".amina@example.org")]
    [InlineData("am..ina@example.org")]
    [InlineData("amina@example.org, joe@example.org")]
    [InlineData("amina@example.org\r\nBcc: everybody@example.org")]
    [InlineData("Amina <amina@example.org>")]
    [InlineData("amina@exa mple.org")]
    [InlineData("amina@[127.0.0.1]")]
    [InlineData("🎺@example.org")]
    [InlineData("a@b@example.org")]
    public void Anything_else_is_none(string? text) => Assert.False(Mailbox.TryRead(text, out _));

    [Fact]
    public void A_long_one_is_none() =>
        Assert.False(Mailbox.TryRead($"{new string('a', 60)}@{string.Join('.', Enumerable.Repeat("example", 30))}.org", out _));
}
