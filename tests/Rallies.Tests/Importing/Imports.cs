using Microsoft.EntityFrameworkCore;
using Rallies.Domain;
using Rallies.Tests.UseCases;
using Rallies.Web.Importing;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Importing;

/// <summary>Imports as tests tell them, and what came of them.</summary>
internal static class Imports
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Everything that is on offer is agreed to.</summary>
    public static async Task<ImportPlan> Import(Bench bench, ImportRequest calendar)
    {
        var looked = await bench.Get<ImportPreview>().OfAsync(calendar, Token);
        return await bench.Get<ImportEvents>().ImportOnServerAsync(calendar, looked.Marks, Token);
    }

    public static ImportFault? WhyLeft(ImportPlan plan)
    {
        var line = Assert.Single(plan.Events);
        Assert.Equal(WhatHappens.LeftAlone, line.What);
        return line.Notes[0].Fault;
    }

    public static async Task<Rally> RallyIn(Bench bench)
    {
        await using var context = await bench.Database();
        return await context.Rallies.AsNoTracking().SingleAsync(Token);
    }

    public static async Task<int> RalliesIn(Bench bench)
    {
        await using var context = await bench.Database();
        return await context.Rallies.CountAsync(Token);
    }
}
