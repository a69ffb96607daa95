using Rallies.Web.Settings;

namespace Rallies.Tests.Site;

public sealed class SmtpSettingsTests
{
    [Theory]
    [InlineData("mail.example.org", 587, true)]
    [InlineData("10.0.0.7", 587, true)]
    [InlineData("mail.example.org", 25, false)]
    [InlineData("localhost", 587, false)]
    [InlineData("127.0.0.1", 1025, false)]
    [InlineData("::1", 1025, false)]
    public void Mail_that_leaves_this_machine_is_encrypted_except_on_port_25(string host, int port, bool encrypted)
    {
        var smtp = new SmtpSettings(host, port, null, null, "rallies@example.org");

        Assert.Equal(encrypted, smtp.IsEncrypted);
    }
}
