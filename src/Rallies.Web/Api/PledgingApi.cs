using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Rallies.Domain;
using Rallies.Domain.Pledges;
using Rallies.Web.Counting;
using Rallies.Web.Guards;
using Rallies.Web.Settings;
using Rallies.Web.UseCases;

namespace Rallies.Web.Api;

/// <summary>"I'm coming", for programs.</summary>
internal static class PledgingApi
{
    private const int MostBytes = 16 * 1024;

    public static void MapPledgingApi(this IEndpointRouteBuilder app)
    {
        app.MapPost(Addresses.Api + "/days/{day}/rallies/{town}/pledges", PledgeAsync)
            .Limited(RateLimited.Pledging)
            .FollowingMerges()
            .WithTags("Pledging")
            .WithSummary("Pledge to come: {id, bringing: 0..20, email?}. The same again gets the same answer.")
            .Produces<PledgeRow>(StatusCodes.Status201Created)
            .Produces<PledgeRow>();
    }

    private static async Task<IResult> PledgeAsync(
        string day,
        string town,
        HttpContext http,
        PledgeToCome pledges,
        CountWriter counts,
        PublicAddress address,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        if (counts.IsBehind) // one database takes both, and whoever is in the square comes first
            return Problems.Later(
                http,
                StatusCodes.Status503ServiceUnavailable,
                WriterBusyException.RetryAfter,
                "More waits to be written than can be taken in. Send the same again shortly."
            );
        var (json, status) = await JsonBody.ReadAsync(http.Request, MostBytes, cancellation);
        if (json is null)
            return Unread(status);
        using var body = json;
        if (PledgeAsked.Read(body.RootElement, out var refused) is not { } asked)
            return refused!;
        return await pledges.PledgeAsync(day, town, asked.Id, asked.Bringing, asked.Email, cancellation) switch
        {
            PledgeToCome.Outcome.Pledged made => TypedResults.Created((string?)null, Row(made.People, made.Withdraw)),
            PledgeToCome.Outcome.AlreadyPledged known => TypedResults.Ok(Row(known.People, known.Withdraw)),
            PledgeToCome.Outcome.NotTaking => Problems.Conflict("This rally is called off, postponed or over, and takes no pledges."),
            PledgeToCome.Outcome.IdReused => Problems.Conflict(
                "This id belongs to another pledge. Make a new one for each.",
                "why",
                "idReused"
            ),
            _ => Problems.NotFound("There is no such rally."),
        };

        PledgeRow Row(int people, Domain.Permissions.Secret withdraw) =>
            new(asked.Id, people, address.Absolute(Addresses.ForPledgeKept(withdraw.Text)));
    }

    private static ProblemHttpResult Unread(int status) =>
        status switch
        {
            StatusCodes.Status415UnsupportedMediaType => Problems.OtherType(),
            StatusCodes.Status413PayloadTooLarge => TypedResults.Problem("A pledge is smaller than 16 kB.", statusCode: status),
            _ => Problems.NotJson(),
        };

    /// <summary>A pledge that was taken.</summary>
    /// <param name="Pledged">The rally's total in people.</param>
    /// <param name="Withdraw">Where the pledge is changed or withdrawn: a secret, for whoever pledged alone.</param>
    public sealed record PledgeRow(Guid Id, int Pledged, string Withdraw);

    private sealed record PledgeAsked(Guid Id, int Bringing, string? Email)
    {
        public static PledgeAsked? Read(JsonElement body, out ProblemHttpResult? refused)
        {
            refused = null;
            if (body.Id("id") is not { } id)
                refused = Problems.Field("id", "id is a UUID, made afresh for each pledge.");
            else if (!body.TryNumber("bringing", null, out var bringing) || bringing is null or < 0 or > Pledge.MostBringing)
                refused = Problems.Field(
                    "bringing",
                    $"bringing is a whole number from 0 to {Pledge.MostBringing}: the others who come along."
                );
            else if (!TryEmail(body, out var email))
                refused = Problems.Field("email", "email is a mail address, or left out.");
            else
                return new PledgeAsked(id, bringing.Value, email);
            return null;
        }

        private static bool TryEmail(JsonElement body, out string? email)
        {
            email = null;
            return !body.Has("email", out _) || Mailbox.TryRead(body.Text("email"), out email);
        }
    }
}
