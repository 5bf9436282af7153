import Programme
import Testing

@Suite struct AreaLookUpTests {
    private let catalogue = SmallForce.catalogue()

    @Test(arguments: [
        "wycombe", "Wycombe & District", "wycombe and district", "WYCOMBE AND DISTRICT ", "Wycombe-and-District",
    ])
    func isForgiving(_ text: String) throws {
        #expect(try catalogue.area(named: text, on: SmallForce.then).code.rawValue == "wycombe")
    }

    @Test func namesTheNearest() {
        #expect(throws: UnknownArea.self) { try catalogue.area(named: "Wokingam", on: SmallForce.then) }
        let error = #expect(throws: UnknownArea.self) {
            try catalogue.area(named: "Wokingam", in: SmallForce.code, on: SmallForce.then)
        }
        #expect(
            error?.description
                == "There is no policing area \"Wokingam\" of Thames Valley Police. Did you mean \"Wokingham\"?"
        )
    }

    @Test func listsWhatThereIsWhenNothingIsNear() {
        let error = #expect(throws: UnknownArea.self) { try catalogue.area(named: "Paris", on: SmallForce.today) }
        #expect(
            error?.description
                == "There is no policing area \"Paris\". There are \"Berkshire East\", \"Berkshire West\", \"Buckinghamshire\"."
        )
    }

    @Test func saysWhatAnOldAreaBecame() {
        let error = #expect(throws: UnknownArea.self) {
            try catalogue.area(named: "Bracknell and Wokingham", on: SmallForce.today)
        }
        #expect(
            error?.description
                == "Bracknell and Wokingham is a policing area 2014-04-01 to 2025-05-06, not on 2026-11-21. "
                + "On that day it is \"Berkshire East\", \"Berkshire West\"."
        )
    }

    @Test func findsAnAreaOfAnyTimeWithoutADate() throws {
        #expect(try catalogue.area(named: "bracknell forest").code.rawValue == "bracknell-forest")
    }

    @Test func countsTheAreasOfEachTime() {
        #expect(catalogue.areas(of: SmallForce.code, on: SmallForce.then).count == 3)
        #expect(catalogue.areas(of: SmallForce.code, on: SmallForce.between).count == 2)
        #expect(catalogue.areas(of: SmallForce.code, on: SmallForce.today).count == 3)
    }

    @Test func namesTheForcesThereAre() throws {
        #expect(try catalogue.force(named: "Thames Valley").code == SmallForce.code)
        let error = #expect(throws: UnknownForce.self) { try catalogue.force(named: "Tames Valley Police") }
        #expect(error?.description.contains("Did you mean \"Thames Valley Police\"?") == true)
    }
}
