using Microsoft.EntityFrameworkCore;

namespace Rallies.Tests.Architecture.Wrongs;

/// <summary>Nothing wrong with this one: it shows that reading is not taken for writing.</summary>
internal sealed class APageThatReads(DbContext context)
{
    public Task<List<string>> Show(string start) =>
        context.Set<APageThatWrites.Town>().AsNoTracking().Select(town => town.Name).Where(name => name.StartsWith(start)).ToListAsync();
}
