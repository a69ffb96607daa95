using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Rallies.Storage;

namespace Rallies.Web.Start;

/// <summary>Keeps the key ring in PostgreSQL, where several machines and one backup find it.</summary>
internal sealed class DatabaseKeyRing(IDbContextFactory<RalliesContext> database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = database.CreateDbContext();
        return [.. context.KeyRing.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = database.CreateDbContext();
        context.KeyRing.Add(new KeyRingEntry(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        context.SaveChanges();
    }
}
