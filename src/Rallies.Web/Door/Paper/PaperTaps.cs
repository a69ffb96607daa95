using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Web.Door.Paper;

/// <summary>
/// Makes taps of a tally sheet: fifty people at most in each, spread over their quarter of an hour. Their ids are derived from the
/// sheet's code, so that a sheet entered twice counts once, and one entered again with other numbers is noticed.
/// </summary>
public static class PaperTaps
{
    public static IEnumerable<Tap> Of(PaperAnswers paper, IEnumerable<Quarter> quarters, int rallyId, Guid grantId, Instant now)
    {
        var code = SheetCode.Read(paper.Code) ?? throw new ArgumentException("Ask for its faults first.", nameof(paper));
        foreach (var quarter in quarters)
        foreach (var (kind, typed) in new[] { (TapKind.In, paper.In[quarter.Number]), (TapKind.Out, paper.Out[quarter.Number]) })
        {
            var people = PaperAnswers.People(typed) ?? 0;
            var chunks = PaperAnswers.Chunks(people);
            for (var chunk = 0; chunk < chunks; chunk++)
                yield return new Tap
                {
                    Id = Derived($"{rallyId}|{code}|{quarter.Number}|{kind}|{chunk}"),
                    RallyId = rallyId,
                    Kind = kind,
                    Count = Math.Min(Tap.MaxCount, people - chunk * Tap.MaxCount),
                    At = quarter.From + Duration.FromMilliseconds(Quarter.Lasts.TotalMilliseconds / (chunks + 1) * (chunk + 1)).Floor(),
                    Offline = true,
                    Device = Derived($"{rallyId}|{code}"),
                    Door = paper.Door,
                    GrantId = grantId,
                    ReceivedAt = now,
                };
        }
    }

    private static Duration Floor(this Duration duration) => Duration.FromMilliseconds((long)duration.TotalMilliseconds);

    // RFC 9562 §5.8: version 8, made of whatever the maker likes.
    private static Guid Derived(string from)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"tally sheet|{from}"))[..16];
        bytes[6] = (byte)(0x80 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
