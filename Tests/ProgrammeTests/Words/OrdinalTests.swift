import Programme
import Testing

@Suite struct OrdinalTests {
    @Test(
        "positions in English, the teens apart",
        arguments: [
            (1, "first"), (3, "third"), (10, "tenth"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
            (22, "22nd"),
            (23, "23rd"), (24, "24th"), (101, "101st"), (111, "111th"), (112, "112th"),
        ]
    )
    func words(position: Int, expected: String) { #expect(Ordinal.words(position) == expected) }
}
