namespace Rallies.Web.Public.Press.Paper;

/// <summary>A press sheet as PDF.</summary>
/// <param name="Tag">Differs when its words do; two prints of the same words differ in octets.</param>
/// <param name="At">The minute it was made, for its file's name.</param>
internal sealed record PressPrint(byte[] Octets, string Tag, string At)
{
    /// <summary>Of a day that is gone.</summary>
    public static PressPrint Nothing { get; } = new([], "", "");
}
