extension NamePool {
    /// Names in Latin letters.
    static let latin: [NamePool] = british + romanised + european + overseas

    private static let british: [NamePool] = [
        NamePool(
            "en",
            340,
            given: [
                "Alice", "Amelia", "Benjamin", "Bethany", "Callum", "Charlotte", "Daniel", "Deborah", "Edward",
                "Eleanor",
                "George", "Grace", "Harriet", "Harry", "Isabel", "Jack", "Janet", "Joanne", "Kevin", "Laura", "Liam",
                "Linda", "Margaret", "Martin", "Natalie", "Oliver", "Patricia", "Paul", "Rachel", "Rebecca", "Robert",
                "Ruth", "Samuel", "Sandra", "Simon", "Susan", "Thomas", "Victoria", "William", "Zoë",
            ],
            family: [
                "Ashdown", "Barnwell", "Bickerton", "Brackley", "Chaloner", "Copeland", "Dunmore", "Eastgate",
                "Fairweather", "Fitzgerald", "Garside", "Hathersage", "Holloway", "Ingleby", "Kettering", "Langford",
                "Marlowe", "McAllister", "Netherby", "Oakeshott", "O'Shaughnessy", "Penhaligon", "Quarrie",
                "Ravenscroft", "Saltmarsh", "Thistlewood", "Underhill", "Varley-Jones", "Wainwright", "Yardley",
            ]
        ),
        NamePool(
            "cy",
            25,
            given: ["Siân", "Llŷr", "Gwenllian", "Siôn", "Angharad", "Tomos", "Hâf", "Gruffydd", "Lleucu"],
            family: ["Llwyd", "ap Gwilym", "Prydderch", "ferch Rhys", "Puw", "Cadwaladr"]
        ),
    ]

    /// Families from elsewhere who write their names in English letters.
    private static let romanised: [NamePool] = [
        NamePool(
            "en",
            120,
            given: [
                "Aisha", "Imran", "Harpreet", "Rajesh", "Priya", "Chidi", "Ngozi", "Kwame", "Blessing", "Yusuf",
                "Shabnam", "Mei Ling", "Arjun", "Comfort", "Delroy", "Marcia", "Tariq", "Sunita", "Winston", "Nadia",
            ],
            family: [
                "Hussain", "Begum", "Singh Gill", "Patel", "Okonkwo", "Mensah", "Boateng", "Chaudhry", "Sharma",
                "Gurung",
                "Wong", "Campbell-Reid", "Thapa", "Rahman", "de Souza", "Ali",
            ]
        )
    ]

    private static let european: [NamePool] = [
        NamePool(
            "pl",
            35,
            given: ["Agnieszka", "Małgorzata", "Łucja", "Bożena", "Żaneta", "Zofia", "Świętosława", "Katarzyna"],
            family: ["Wójcik", "Kowalska", "Wiśniewska", "Dąbrowska", "Żak", "Szczęsna", "Gołębiewska", "Jabłońska"]
        ),
        NamePool(
            "pl",
            30,
            given: ["Łukasz", "Paweł", "Michał", "Krzysztof", "Grzegorz", "Wojciech", "Błażej", "Jędrzej"],
            family: ["Wójcik", "Kowalski", "Wiśniewski", "Dąbrowski", "Żak", "Szczęsny", "Gołębiewski", "Jabłoński"]
        ),
        NamePool(
            "ro",
            35,
            given: ["Ștefan", "Ioana", "Mihai", "Cătălina", "Răzvan", "Ileana", "Andreea", "Dănuț"],
            family: ["Țurcanu", "Munteanu", "Ionescu", "Bălan", "Stănescu", "Șerban", "Pîrvu", "Brânză"]
        ),
        NamePool(
            "pt",
            15,
            given: ["Conceição", "João", "Inês", "Simão", "Fátima", "Luís"],
            family: ["Gonçalves", "Araújo", "Falcão", "Simões", "de Sá", "Brandão"]
        ),
        NamePool(
            "lt",
            8,
            given: ["Žydrūnas", "Jurgis", "Ąžuolas", "Šarūnas"],
            family: ["Kazlauskas", "Žukauskas", "Šimkus", "Čepulis"]
        ),
        NamePool(
            "hu",
            8,
            .familyFirst,
            given: ["Tünde", "Győző", "Zsófia", "Özséb"],
            family: ["Kővári", "Szűcs", "Tóth", "Bölöni"]
        ),
        NamePool(
            "tr",
            18,
            given: ["İpek", "Ayşe", "Çağla", "Gülşen", "Oğuz", "Işıl", "Şükrü", "Ümit"],
            family: ["Yıldız", "Öztürk", "Çelik", "Şahin", "Doğan", "Kılıç", "Güneş"]
        ),
    ]

    private static let overseas: [NamePool] = [
        NamePool(
            "vi",
            15,
            .familyFirst,
            given: ["Thị Ánh", "Văn Đức", "Minh Châu", "Thị Hường", "Quốc Bảo", "Ngọc Quỳnh", "Đình Tuấn"],
            family: ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng"]
        ),
        NamePool(
            "yo",
            22,
            given: ["Olúwaṣeun", "Adébáyọ̀", "Fọláṣadé", "Ìyábọ̀", "Ọláwálé", "Títílayọ̀", "Kẹ́hìndé", "Táíwò"],
            family: ["Adéyẹmí", "Ọ̀ṣúndáre", "Akínwándé", "Ògúnbámwọ", "Fálétí", "Bámidélé"]
        ),
        NamePool(
            "so",
            10,
            given: ["Faadumo", "Cabdiraxmaan", "Xaliimo", "Cumar", "Sahra"],
            family: ["Maxamed Cali", "Cabdi Nuur", "Xasan Faarax", "Jaamac Warsame"]
        ),
    ]
}
