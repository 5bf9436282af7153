import OpenData
import Testing

@Suite struct FingerprintTests {
    @Test func isTheSameForTheSameBytesOnly() throws {
        let first = try StreetFileReader.read(StreetText.file([StreetText.row()]))
        let again = try StreetFileReader.read(
            StreetText.file([StreetText.row()], name: "elsewhere/2018-10-thames-valley-street.csv")
        )
        let other = try StreetFileReader.read(StreetText.file([StreetText.row(lsoa: "E01016708")]))
        #expect(first.fingerprint == again.fingerprint)
        #expect(first.fingerprint != other.fingerprint)
    }

    @Test func isReadBackFromItsDigits() {
        let print = Fingerprint(high: 0x0012_3456_789A_BCDE, low: 0xF)
        #expect(print.description == "00123456789abcde000000000000000f")
        #expect(Fingerprint(print.description) == print)
        #expect(Fingerprint("00") == nil)
    }
}
