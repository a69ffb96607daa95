using Rallies.Domain.Speakers;

namespace Rallies.Web.Demo;

/// <summary>Invented people, places and organisations. No name here is meant to be anybody's.</summary>
internal static class DemoPeople
{
    public static readonly string[] FirstNames =
    [
        "Amina",
        "Gareth",
        "Priya",
        "Callum",
        "Bronwen",
        "Tomasz",
        "Yetunde",
        "Siân",
        "Hamza",
        "Moira",
        "Declan",
        "Ngozi",
        "Eilidh",
        "Rhodri",
        "Fatima",
        "Joan",
        "Kwame",
        "Lowri",
        "Sunita",
        "Angus",
        "Roisin",
        "Delroy",
        "Mair",
        "Idris",
        "Kirsty",
        "Omar",
        "Beth",
        "Stelios",
        "Marsha",
        "Huw",
        "Zainab",
        "Pat",
    ];

    public static readonly string[] LastNames =
    [
        "Okafor",
        "Pritchard",
        "Sandhu",
        "McAllister",
        "Hughes",
        "Nowak",
        "Adeyemi",
        "Bevan",
        "Malik",
        "Docherty",
        "Kelly",
        "Eze",
        "Fraser",
        "Llewellyn",
        "Rahman",
        "Braithwaite",
        "Mensah",
        "Parry",
        "Nair",
        "Sinclair",
        "Gallagher",
        "Clarke",
        "Vaughan",
        "Hassan",
        "Ferguson",
        "Farouk",
        "Ashworth",
        "Georgiou",
        "Campbell",
        "Griffiths",
    ];

    public static readonly (SpeakerRole Role, string[] Organisations)[] Roles =
    [
        (SpeakerRole.Chair, ["Trades Council", "People's Assembly"]),
        (
            SpeakerRole.TradeUnionist,
            ["Hospital branch", "Bus workers' branch", "School support staff", "Postal branch", "Council workers' branch"]
        ),
        (SpeakerRole.Striker, ["Depot strike committee", "College strike committee", "Ferry crew"]),
        (
            SpeakerRole.CommunityCampaigner,
            ["Save Our Library", "Tenants' union", "Food bank volunteers", "Keep Our A&E", "Parents for Climate"]
        ),
        (SpeakerRole.Candidate, ["Standing for the council", "Standing for Parliament"]),
        (SpeakerRole.Musician, ["Street choir", "Brass band", "Samba band"]),
        (SpeakerRole.Interpreter, ["BSL interpreter"]),
    ];

    public static readonly string[] Places =
    [
        "Outside the town hall",
        "Market Place",
        "The bandstand, Victoria Park",
        "Station Square",
        "The war memorial gardens",
        "Outside the library",
        "The old market cross",
        "The steps of the civic centre",
        "Corn Exchange forecourt",
        "The green by the bus station",
        "Castle Square",
        "Harbourside, by the clock",
    ];

    public static readonly string[] Stops =
    [
        "Bus station, 3 minutes on foot",
        "Railway station, 5 minutes on foot",
        "Buses stop in the High Street",
        "Tram stop across the square",
    ];

    public static readonly string[] Descriptions =
    [
        "Bring a friend, a placard and a coat. We stand together for an hour and a half, and nobody has to speak who does not want to.",
        "Nurses, drivers, teachers and everybody who depends on them. Families welcome; there is a corner for children with chalk and paper.",
        "We gather, we hear from people who are fighting for their town, and we make a noise. Drums and saucepans are welcome.",
        "It starts on time. Some of us have knocked on doors all afternoon, so there will be tea.",
    ];
}
