using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Rallies.LoadTests;

/// <summary>
/// The baseline for check-ins: bare Kestrel, which puts each POST into a table of SQLite and answers after the commit; many in one
/// transaction, or one each. It judges, limits and counts nothing.
/// </summary>
internal sealed class BarePost(SqliteConnection database, int mostInOne)
{
    private readonly Channel<(Guid Id, TaskCompletionSource Written)> queue = Channel.CreateUnbounded<(Guid, TaskCompletionSource)>();

    public static async Task ServeAsync(string port, string file, string mostInOne)
    {
        await using var database = new SqliteConnection($"Data Source={file}");
        await database.OpenAsync();
        await RunAsync(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE Here (Id TEXT PRIMARY KEY, At INTEGER)");
        var posts = new BarePost(database, int.Parse(mostInOne, CultureInfo.InvariantCulture));
        _ = Task.Run(posts.WriteAsync);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(options => options.Listen(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture)));
        await using var app = builder.Build();
        app.Run(posts.AnswerAsync);
        await app.RunAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        if (HttpMethods.IsPost(http.Request.Method))
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body);
            var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            queue.Writer.TryWrite((body.RootElement.GetProperty("id").GetGuid(), written));
            await written.Task;
            http.Response.StatusCode = StatusCodes.Status201Created;
        }
        http.Response.ContentLength = 2;
        await http.Response.Body.WriteAsync("{}"u8.ToArray());
    }

    private async Task WriteAsync()
    {
        await using var insert = database.CreateCommand();
        insert.CommandText = "INSERT INTO Here VALUES ($id, $at)";
        var id = insert.Parameters.Add("$id", SqliteType.Text);
        var at = insert.Parameters.Add("$at", SqliteType.Integer);
        var together = new List<TaskCompletionSource>();
        while (await queue.Reader.WaitToReadAsync())
        {
            await using var transaction = database.BeginTransaction();
            insert.Transaction = transaction;
            while (together.Count < mostInOne && queue.Reader.TryRead(out var next))
            {
                (id.Value, at.Value) = (next.Id.ToString(), Environment.TickCount64);
                insert.ExecuteNonQuery();
                together.Add(next.Written);
            }
            transaction.Commit();
            together.ForEach(written => written.SetResult());
            together.Clear();
        }
    }

    private static async Task RunAsync(SqliteConnection database, string sql)
    {
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
