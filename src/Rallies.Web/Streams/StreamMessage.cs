namespace Rallies.Web.Streams;

/// <summary>Bytes for many viewers.</summary>
/// <param name="Version">Of the last frame in it; 0 where there is none.</param>
internal readonly record struct StreamMessage(ReadOnlyMemory<byte> Bytes, long Version = 0)
{
    public bool IsFrame => Version > 0;
}
