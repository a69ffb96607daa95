namespace Rallies.Web.Start;

/// <summary>A published program finds its own files wherever it is started from; one run from its sources finds those.</summary>
internal static class ContentRoot
{
    public static string Path { get; } =
        File.Exists(System.IO.Path.Combine(Environment.CurrentDirectory, "Rallies.Web.csproj"))
            ? Environment.CurrentDirectory
            : AppContext.BaseDirectory;

    public static WebApplicationOptions Options(string[] args) => new() { Args = args, ContentRootPath = Path };
}
