using System.Globalization;
using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Web.Counting.Kept;

namespace Rallies.Tests.Door;

public sealed class RescueTextTests
{
    // wwwroot-assets/tests/door/rescue.test.ts packs the same.
    private const string Code =
        "RALLIES1.AEAZPIAAAAAHAAEAAAAAAAAAACVA4M3SMQWWU5LOMUXWYZLFMRZQ4RDSO5ZSA6JAM5XWO3DFMRSAIEDREOFLYAJDIVTYTK4AXKY27KDL6MBTECIBS6QAAAAAIAAIAAAAAAAAAAAC7DAAOAADBIAZPIAAAAAEAAEAAAAAAAAAAAB2RPID6T364BQBVVBPMLUAOERYVPABENCWPCNLBMAZPIAAAAAEAAEAAAAAAAAAAACJATQA3ACLACIMOJXXO4ZAGMYCA6BAGMYMEHT3HQ.";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static readonly Instant six = Instant.FromUtc(2028, 6, 3, 17, 0);

    [Fact]
    public void What_a_phone_packs_is_read_tap_by_tap()
    {
        var kept = Assert.Single(RescueText.Read($"Kept at the doors in Leeds.\n{Code}\n", out var damaged));

        Assert.Equal((0, "3rd-june/leeds", "Drws y gogledd"), (damaged, kept.Rally, kept.Door));
        Assert.Equal(Guid.Parse("0197a000-0000-7000-8000-0000000000aa"), kept.Device);
        var first = Guid.Parse("01ad42f6-2e80-7123-8abc-0123456789ab");
        Assert.Equal(
            [
                new(first, TapKind.In, 50, null, null, null, "", six, -250, false),
                new(Id(2), TapKind.Out, 3, null, null, null, "", six + Duration.FromMilliseconds(61_500), -250, true),
                new(Id(3), TapKind.Undo, 1, first, null, null, "", six + Duration.FromSeconds(90), 7_200_000, true),
                new(Id(4), TapKind.Estimate, 1, null, 600, 1200, "rows 30 x 30", six + Duration.FromSeconds(95), 7_200_000, true),
            ],
            kept.Taps
        );
    }

    [Fact]
    public void An_address_small_letters_and_broken_lines_are_read_too()
    {
        var broken = string.Join("\r\n", Code.ToLowerInvariant().Chunk(60).Select(line => new string(line)));

        Assert.Equal(2, RescueText.Read($"https://rallies.example.org/door/3rd-june/leeds#{Code} {broken}", out _).Count);
    }

    [Fact]
    public void What_was_cut_off_or_mistyped_is_counted_as_damaged_and_nothing_of_it_taken()
    {
        var cut = Code[..100] + ".";
        var mistyped = Code.Replace("RALLIES1.AEA", "RALLIES1.AEB", StringComparison.Ordinal);

        Assert.Empty(RescueText.Read($"{cut} {mistyped} RALLIES1.AAAAAAAA.", out var damaged));
        Assert.Equal(3, damaged);
    }

    [Fact]
    public void No_letter_that_was_changed_gets_through_and_none_breaks_the_reading()
    {
        for (var at = "RALLIES1.".Length; at < Code.Length - 1; at++)
        {
            var letter = Code[at] == 'A' ? 'Q' : 'A';

            Assert.Empty(RescueText.Read(Code[..at] + letter + Code[(at + 1)..], out var damaged));
            Assert.Equal(1, damaged);
        }
    }

    [Fact]
    public void A_control_character_that_a_database_stumbles_over_is_left_out()
    {
        var rows = Packed(Code[(Code.LastIndexOf("RALLIES1.", StringComparison.Ordinal) + 9)..^1]);
        rows[rows.AsSpan().IndexOf("rows"u8)] = 0;

        var kept = Assert.Single(RescueText.Read($"RALLIES1.{Base32(Summed(rows[..^4]))}.", out _));

        Assert.Equal("ows 30 x 30", kept.Taps[^1].Method);
    }

    private static byte[] Packed(string base32)
    {
        var bits = string.Concat(
            base32.Select(letter => Letters.IndexOf(letter, StringComparison.Ordinal).ToString("b5", CultureInfo.InvariantCulture))
        );
        return [.. bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }

    private static string Base32(byte[] octets)
    {
        var bits = string.Concat(octets.Select(octet => octet.ToString("b8", CultureInfo.InvariantCulture)));
        return string.Concat(bits.Chunk(5).Select(five => Letters[Convert.ToInt32(new string(five).PadRight(5, '0'), 2)]));
    }

    // FNV-1a, the most significant octet first.
    private static byte[] Summed(byte[] body)
    {
        var sum = body.Aggregate(2166136261u, (hash, octet) => unchecked((hash ^ octet) * 16777619u));
        return [.. body, (byte)(sum >> 24), (byte)(sum >> 16), (byte)(sum >> 8), (byte)sum];
    }

    private static Guid Id(int n) => Guid.Parse($"0197a000-0000-4000-8000-00000000000{n}");
}
