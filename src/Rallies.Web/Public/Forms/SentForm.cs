namespace Rallies.Web.Public.Forms;

/// <summary>Reads a form that somebody sent, or what they sent in its place.</summary>
internal static class SentForm
{
    /// <exception cref="BadHttpRequestException">It is none, or none that can be read.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
            throw new BadHttpRequestException("Only a form is taken here.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form could not be read.", e); // too many fields, one too long, or broken off
        }
    }
}
