import Programme
import Testing

@Suite("Certificate numbers") struct CertificateNumberTests {
    struct Known: Sendable, CustomTestStringConvertible {
        let bits: UInt64
        let printed: String
        var testDescription: String { printed }
    }

    /// Python: `A = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U"; "".join(A[v >> i & 31] for i in range(55, -1, -5)) + A[v % 37]`.
    /// 32 would need `*`, so the next value with a plain check character is taken: 36, `U`.
    @Test(
        "print as in the table",
        arguments: [
            Known(bits: 0, printed: "CG-0000-0000-0000-0"),
            Known(bits: 1, printed: "CG-0000-0000-0001-1"),
            Known(bits: 31, printed: "CG-0000-0000-000Z-Z"),
            Known(bits: 32, printed: "CG-0000-0000-0014-U"),
            Known(bits: 36, printed: "CG-0000-0000-0014-U"),
            Known(bits: (1 << 60) - 1, printed: "CG-ZZZZ-ZZZZ-ZZZZ-9"),
            Known(bits: .max, printed: "CG-ZZZZ-ZZZZ-ZZZZ-9"),
            Known(bits: 0x0123_4567_89AB_CDEF, printed: "CG-28T5-CY4T-QKFF-A"),
        ]
    )
    func prints(_ known: Known) throws {
        let number = CertificateNumber(bits: known.bits)
        #expect(number.description == known.printed)
        #expect(try CertificateNumber(known.printed) == number)
    }

    @Test(
        "are read as people type them",
        arguments: [
            "CG-28T5-CY4T-QKFF-A", "cg-28t5-cy4t-qkff-a", " CG 28T5 CY4T QKFF A ", "28T5CY4TQKFFA", "cg28t5cy4tqkffa",
            "CG–28T5–CY4T–QKFF–A", "\u{200E}CG-28T5-CY4T-QKFF-A\u{200E}",
        ]
    )
    func forgives(_ typed: String) throws {
        #expect(try CertificateNumber(typed).description == "CG-28T5-CY4T-QKFF-A")
    }

    @Test func readsZeroTypedAsLetter() throws {
        #expect(try CertificateNumber("cg-oooo-oooo-oooi-l").value == 1)
    }

    @Test("tell what is wrong")
    func refuses() {
        #expect(throws: CertificateNumber.Invalid.wrongLength("CG-28T5")) { try CertificateNumber("CG-28T5") }
        #expect(throws: CertificateNumber.Invalid.wrongLength("")) { try CertificateNumber("") }
        #expect(throws: CertificateNumber.Invalid.unknownCharacter("U")) {
            try CertificateNumber("CG-U8T5-CY4T-QKFF-A")
        }
        #expect(throws: CertificateNumber.Invalid.unknownCharacter("é")) {
            try CertificateNumber("CG-é8T5-CY4T-QKFF-A")
        }
        #expect(throws: CertificateNumber.Invalid.checkFailed("CG-28T5-CY4T-QKFF-B")) {
            try CertificateNumber("CG-28T5-CY4T-QKFF-B")
        }
    }

    @Test("catch every wrong character and every swap of neighbours")
    func catchesSlips() throws {
        var generator = SplitMix(state: 20_261_121)
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        for _ in 0..<200 {
            let printed = Array(CertificateNumber(bits: generator.next()).description)
            let places = printed.indices.dropFirst(3).dropLast().filter { printed[$0] != "-" }
            for place in places {
                var slipped = printed
                slipped[place] = alphabet[Int(generator.next() % 32)]
                if slipped != printed { #expect((try? CertificateNumber(String(slipped))) == nil) }
            }
            for (left, right) in zip(places, places.dropFirst()) where printed[left] != printed[right] {
                var swapped = printed
                swapped.swapAt(left, right)
                #expect((try? CertificateNumber(String(swapped))) == nil)
            }
        }
    }

    @Test("never print an awkward check character and survive reading")
    func roundTrip() throws {
        var generator = SplitMix(state: 7)
        for _ in 0..<2000 {
            let number = CertificateNumber(bits: generator.next())
            #expect(number.description.allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase || $0 == "-") })
            #expect(try CertificateNumber(number.description) == number)
        }
    }

    /// First eight bytes 01 23 45 67 89 AB CD EF: the first 60 bits are 0x0123456789ABCDE, mod 37 = 2.
    @Test func comesFromADigest() {
        let digest: [UInt8] = [0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF, 0xFF]
        #expect(CertificateNumber(digest: digest).description == "CG-04HM-ASW9-NF6Y-2")
        #expect(CertificateNumber(digest: digest) == CertificateNumber(digest: digest.prefix(8)))
    }
}

/// A small generator with a fixed seed. Source: S. Vigna, splitmix64.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
