using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Rallies.Web.Guards;

namespace Rallies.Tests.Site;

public sealed class MishapTests
{
    public static TheoryData<Exception, int, string> WhatGoesWrong { get; } =
        new()
        {
            { new DbUpdateException("Not saved.", new SqliteException("database or disk is full", 13)), 503, "60" },
            { new SqliteException("disk I/O error", 10), 503, "60" },
            { new DbUpdateException("Not saved.", new PostgresException("No space left", "ERROR", "ERROR", "53100")), 503, "60" },
            { new DbUpdateException("Not saved.", new SqliteException("constraint failed", 19)), 500, "" },
        };

    [Theory, MemberData(nameof(WhatGoesWrong))]
    public async Task On_a_full_disk_nothing_was_recorded_and_it_says_when_to_try_again(Exception mishap, int status, string retryAfter)
    {
        await using var services = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services };
        (http.Request.Method, http.Request.Path, http.Response.Body) = ("POST", "/api/v1/days/3rd-june/rallies/leeds/pledges", body);

        await new Mishaps(_ => Task.FromException(mishap), NullLogger<Mishaps>.Instance).InvokeAsync(http);

        Assert.Equal((status, retryAfter), (http.Response.StatusCode, http.Response.Headers.RetryAfter.ToString()));
        Assert.Equal(
            status == 503,
            System.Text.Encoding.UTF8.GetString(body.ToArray()).Contains("nothing was recorded", StringComparison.Ordinal)
        );
    }
}
