using System.Globalization;
using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Web.Mail;

namespace Rallies.Web.Counting;

/// <summary>The check-in code that a rally's big screen shows now.</summary>
public sealed class CodeOnScreen(SiteKey siteKey, IClock clock)
{
    public string Now(int rallyId) => CheckInCode.At(clock.GetCurrentInstant(), KeyOf(rallyId));

    public bool IsRight(string code, int rallyId) => CheckInCode.IsRight(code, clock.GetCurrentInstant(), KeyOf(rallyId));

    private byte[] KeyOf(int rallyId) => siteKey.Derive("check-in code", rallyId.ToString(CultureInfo.InvariantCulture));
}
