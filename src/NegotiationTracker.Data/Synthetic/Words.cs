namespace NegotiationTracker.Data.Synthetic;

/// <summary>The vocabulary of synthetic records, the most frequent words first. States, people and villages are invented; cities where talks are held are not.</summary>
internal static class Words
{
    public static readonly string[] Cities =
        ["Istanbul", "Geneva", "Doha", "Abu Dhabi", "Vienna", "Riyadh", "Ankara", "Jeddah", "Oslo", "Astana", "Minsk", "Cairo", "Muscat", "Helsinki", "Budapest", "Nairobi", "Singapore", "Bern", "Valletta", "Reykjavik"];

    public static readonly string[] Venues = ["Palace", "Foreign Ministry", "Conference Centre", "Grand Hotel", "Residence", "Airport lounge", "Embassy", "Military airfield", "Border crossing", "Town hall"];

    public static readonly string[] States =
        ["Varonia", "Kestovia", "Almarra", "Tesenia", "Orlovia", "Dravenia", "Quarsa", "Belmont", "Sarvia", "Norrland", "Casteria", "Ilmenia", "Pelagonia", "Ustria", "Morvania", "Zephyria", "Galdoria", "Rhenia", "Lusania", "Tarkhistan"];

    public static readonly string[] Bodies = ["Ministry of Foreign Affairs", "Ministry of Defence", "Presidential Office", "General Staff", "Intelligence Service", "Commission for Missing Persons", "Coordination Headquarters", "Ombudsman's Office"];

    public static readonly string[] FirstNames =
        ["Anton", "Marta", "Pavlo", "Selin", "Viktor", "Irena", "Hasan", "Oksana", "Milan", "Leyla", "Bohdan", "Nadia", "Emre", "Tamara", "Yuri", "Daria", "Karim", "Lina", "Stepan", "Vera", "Omar", "Zoya", "Marek", "Aylin"];

    public static readonly string[] Publishers =
        ["Central News Agency", "Morning Courier", "Varonia Today", "The Continental", "Agency East", "Harbour Radio", "Kestovia Broadcasting", "Daily Monitor", "Peace Watch", "Border Post", "Capital Gazette", "Wire Service 9", "The Negotiator", "Ministry of Foreign Affairs of Varonia", "Open Register", "Frontline Bulletin"];

    public static readonly string[] Titles = ["Minister", "Deputy minister", "Head of delegation", "Special envoy", "Adviser to the president", "Chief of staff", "Spokesperson", "Ambassador", "Deputy chief of intelligence", "Legal counsel", "Military expert", "Ombudsman"];

    public static readonly string[] Whos =
        ["The delegations", "Negotiators", "Mediators", "Officials", "Both sides", "The ministry", "A spokesperson", "Technical teams", "Observers", "The working group", "Envoys", "Diplomats", "The host", "Military experts", "Humanitarian agencies", "The commission", "Relatives of prisoners", "The secretariat", "Inspectors", "Legislators"];

    public static readonly string[] Verbs =
        ["discussed", "confirmed", "rejected", "reviewed", "announced", "postponed", "described", "proposed", "accepted", "questioned", "verified", "welcomed", "criticised", "drafted", "suspended", "clarified", "resumed", "denied", "reported", "outlined", "circulated", "endorsed", "amended", "deferred", "scrutinised", "disavowed"];

    public static readonly string[] Adjectives =
        ["new", "joint", "humanitarian", "partial", "final", "temporary", "mutual", "additional", "revised", "written", "unconditional", "detailed", "regional", "disputed", "monthly", "confidential", "preliminary", "binding", "verified", "local", "parallel", "technical", "reciprocal", "unilateral", "interim", "maritime", "cross-border", "provisional", "comprehensive", "contested", "phased", "unresolved", "procedural", "indirect", "symbolic", "contingent", "piecemeal", "moribund"];

    public static readonly string[] Nouns =
        [
            "exchange", "ceasefire", "prisoners", "list", "proposal", "meeting", "corridor", "agreement", "monitoring", "withdrawal", "bodies", "guarantees", "memorandum", "sanctions", "delegation", "timetable", "wounded", "children", "drone", "line of contact",
            "verification", "mission", "border", "hostages", "evacuation", "energy", "port", "grain", "mines", "detainees", "protocol", "annex", "mandate", "roadmap", "summit", "hotline", "inspection", "reparations", "territory", "elections",
            "neutrality", "convoy", "shelling", "airspace", "quota", "register", "amnesty", "extradition", "fund", "reconstruction", "pipeline", "dam", "substation", "railway", "ferry", "customs", "visa", "archive", "tribunal", "referendum",
            "demarcation", "enclave", "garrison", "artillery", "ammunition", "battalion", "reservists", "conscription", "propaganda", "interpreter", "communique", "preamble", "footnote", "signature", "ratification", "depositary", "arbitration", "escrow", "collateral", "moratorium",
            "quarantine", "vaccine", "ambulance", "surgeon", "orphanage", "school", "bakery", "granary", "reservoir", "lighthouse", "buoy", "trawler", "minesweeper", "cable", "satellite", "sensor", "balloon", "radar", "beacon", "cartographer",
        ];

    public static readonly string[] Tails =
        ["before the next round", "after long consultations", "under the earlier agreement", "at the request of the mediators", "without naming a date", "despite objections", "for the third time this year", "in the presence of observers", "within thirty days", "as part of the package", "on humanitarian grounds", "until further notice", "behind closed doors", "according to the read-out", "with reservations"];

    /// <summary>A village that exists nowhere: some thousands of names, most of them rare.</summary>
    public static string Village(Dice dice) => dice.Often(Starts) + dice.Often(Middles) + dice.Often(Ends);

    /// <summary>A family name that nobody bears, and the same in Cyrillic letters.</summary>
    public static (string Latin, string Cyrillic) FamilyName(Dice dice)
    {
        var latin = dice.One(Starts) + dice.One(Middles) + dice.One(NameEnds);
        return (latin, string.Concat(latin.Select(c => Letters.TryGetValue(char.ToLowerInvariant(c), out var letter) ? char.IsUpper(c) ? char.ToUpperInvariant(letter) : letter : c)));
    }

    private static readonly string[] Starts =
        ["Vel", "Kam", "Stor", "Bel", "Dor", "Kras", "Lub", "Mir", "Nov", "Ost", "Pol", "Rad", "Sol", "Tar", "Ver", "Zel", "Bor", "Dub", "Gor", "Hol", "Jas", "Kov", "Lip", "Mor", "Nest", "Orl", "Prok", "Rud", "Skal", "Tul", "Ur", "Vin", "Yar", "Zor", "Brest", "Cher", "Drob", "Filk", "Grun", "Hust"];

    private static readonly string[] Middles = ["o", "i", "y", "en", "ov", "an", "el", "is", "ar", "um", "ach", "on", "et", "uk", "ir", "esh", "al", "od", "ym", "ast"];

    private static readonly string[] Ends = ["ka", "ne", "vo", "sk", "grad", "ivka", "hora", "brod", "pil", "tsi", "mist", "dorf", "kut", "lug", "most"];

    private static readonly string[] NameEnds = ["ko", "ski", "vic", "enko", "ar", "in", "uk", "man", "ets", "yan"];

    private static readonly Dictionary<char, char> Letters = "abvgdeziklmnoprstufhcy".Zip("абвгдезиклмнопрстуфхци").ToDictionary(p => p.First, p => p.Second);
}
