namespace Rallies.Web.Streams;

/// <summary>Bytes for many viewers.</summary>
/// <param name="Version">Of the last frame in it; 0 where there is none.</param>
/// <param name="Spoken">Its number among what was announced; 0 where it is something else.</param>
internal readonly record struct StreamMessage(ReadOnlyMemory<byte> Bytes, long Version = 0, long Spoken = 0)
{
    public bool IsFrame => Version > 0;
}
