using System.Security.Cryptography;
using System.Text;
using Rallies.Domain.Permissions;

namespace Rallies.Tests.Domain;

public sealed class SecretTests
{
    [Fact]
    public void It_spells_160_bits_in_base32()
    {
        // RFC 4648 §6, in lower case: 20 bytes make 32 characters without padding.
        Assert.Equal(new string('a', 32), Secret.Of(new byte[20]).Text);
        Assert.Equal(new string('7', 32), Secret.Of(Enumerable.Repeat((byte)0xFF, 20).ToArray()).Text);
        Assert.Equal("mzxw6ytboi", Secret.Of([.. "foobar"u8, .. new byte[14]]).Text[..10]);
    }

    [Fact]
    public void Each_single_bit_is_told_apart()
    {
        var spelt = Enumerable
            .Range(0, 160)
            .Select(bit =>
            {
                var bits = new byte[20];
                bits[bit / 8] = (byte)(1 << (bit % 8));
                return Secret.Of(bits).Text;
            });

        Assert.Equal(160, spelt.Distinct().Count());
    }

    [Fact]
    public void No_two_are_alike_and_every_place_varies()
    {
        var secrets = Enumerable.Range(0, 2_000).Select(_ => Secret.New().Text).ToList();

        Assert.Equal(2_000, secrets.Distinct().Count());
        Assert.All(Enumerable.Range(0, 32), place => Assert.Equal(32, secrets.Select(s => s[place]).Distinct().Count()));
        Assert.All(secrets, s => Assert.Matches("^[a-z2-7]{32}$", s));
    }

    [Theory]
    [InlineData(19)]
    [InlineData(21)]
    public void Fewer_or_more_bits_are_nonsense(int bytes) => Assert.Throws<ArgumentOutOfRangeException>(() => Secret.Of(new byte[bytes]));

    [Fact]
    public void It_is_read_whatever_a_phone_made_of_its_case_and_edges()
    {
        var secret = Secret.New();

        Assert.True(Secret.TryParse($"  {secret.Text.ToUpperInvariant()}\n", out var read));

        Assert.Equal(secret, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaİ")]
    public void Anything_else_is_none(string? text) => Assert.False(Secret.TryParse(text, out _));

    [Fact]
    public void Its_hash_is_SHA_256_and_its_name_does_not_tell_it()
    {
        var secret = Secret.New();

        Assert.Equal(SHA256.HashData(Encoding.ASCII.GetBytes(secret.Text)), secret.Hash());
        Assert.DoesNotContain(secret.Text, $"{secret}", StringComparison.Ordinal);
    }
}
