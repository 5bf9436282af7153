import FoundationEssentials
import Programme
import Testing

/// A run keeps its survey as JSON: what was frozen must be read again by every later program.
@Suite struct InstrumentCodingTests {
    @Test func comesBackAsItWas() throws {
        let data = try JSONEncoder().encode(SampleSurvey.instrument)
        #expect(try JSONDecoder().decode(Instrument.self, from: data) == SampleSurvey.instrument)
    }

    @Test func theFrozenFormNeverChanges() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let item = String(decoding: try encoder.encode(SampleSurvey.items[0]), as: UTF8.self)
        #expect(
            item == #"{"answer":{"scale":{"anchors":[{"at":0,"text":"could not"}],"highest":10,"lowest":0}},"#
                + #""code":"A1","offersCannotSay":true,"text":"notice"}"#
        )
        let wave = String(decoding: try encoder.encode(SampleSurvey.instrument.waves[3]), as: UTF8.self)
        #expect(
            wave == #"{"closes":{"anchor":"last-sitting","days":42,"months":3},"#
                + #""due":{"anchor":"last-sitting","days":0,"months":3},"#
                + #""items":["A1","C1","D1","F1","F4","F5","F10"],"#
                + #""opens":{"anchor":"last-sitting","days":-7,"months":3},"title":"Later","wave":"followup-3"}"#
        )
    }
}
