using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rallies.Storage;
using Rallies.Storage.Engines;
using Rallies.Web.Settings;

namespace Rallies.Web.Start;

/// <summary>The database and the key ring.</summary>
internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, RalliesSettings settings)
    {
        services.AddPooledDbContextFactory<RalliesContext>(options => options.UseDatabase(settings.Database));
        var keys = services.AddDataProtection().SetApplicationName("Rallies");
        if (KeyRingFiles.Of(settings) is { } files)
            keys.PersistKeysToFileSystem(files);
        else
            services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = new DatabaseKeyRing(provider.GetRequiredService<IDbContextFactory<RalliesContext>>())
            ));
        return services;
    }
}
