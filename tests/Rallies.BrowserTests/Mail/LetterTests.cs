namespace Rallies.BrowserTests.Mail;

public sealed class LetterTests
{
    private const string Said = "Caffè Nero, 6pm = six: https://rallies.example.org/p/abc";

    [Theory]
    [InlineData("base64", "Q2FmZsOoIE5lcm8sIDZwbSA9IHNpeDogaHR0cHM6\r\nLy9yYWxsaWVzLmV4YW1wbGUub3JnL3AvYWJj\r\n")]
    [InlineData("quoted-printable", "Caff=C3=A8 Nero, 6pm =3D six: https://rallies.exampl=\r\ne.org/p/abc")]
    public void A_letter_is_read_as_it_was_meant(string encoding, string body)
    {
        var letter = Letter.Read($"Subject: Leeds\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}");

        Assert.Equal(Said, letter.Text);
        Assert.Equal([new Uri("https://rallies.example.org/p/abc")], letter.Links);
    }

    [Fact]
    public void An_encoding_that_nobody_knows_is_not_guessed() =>
        Assert.Throws<FormatException>(() => Letter.Read("Content-Transfer-Encoding: x-uuencode\r\n\r\nM"));
}
