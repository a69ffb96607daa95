using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rallies.Domain.Counting;

/// <summary>
/// Tells an entry sent again from another that took its id. Covers what the device fixed when it made the entry, and nothing that
/// may differ between two attempts to send it: arrival, door's name, link, code.
/// </summary>
public static class Fingerprint
{
    public static long Of(Tap tap) =>
        Of(
            $"{tap.RallyId}|{tap.Kind}|{tap.Count}|{tap.Undoes}|{tap.Low}|{tap.High}|{tap.At.ToUnixTimeMilliseconds()}|{tap.Skew}|{tap.Device}|{tap.Method}|{tap.Reason}"
        );

    public static long Of(CheckIn checkIn) => Of($"{checkIn.RallyId}|{checkIn.With}|{checkIn.At?.ToUnixTimeMilliseconds()}|{checkIn.Skew}");

    private static long Of(FormattableString content) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString(CultureInfo.InvariantCulture))));
}
