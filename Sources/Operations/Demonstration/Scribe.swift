import CertificateWriter
import FoundationEssentials
import Programme
import Records

/// Writes the demonstration down through the ledger of one transaction, in the order in which it would have happened.
struct Scribe {
    let plan: Demonstration
    let ledger: Ledger
    var crowd: Crowd
    /// Codes of bookings given so far.
    var references: Set<String> = []
    var referenceChance: Chance
    /// The account that teaches today.
    var trainer: Account?
    var tally: DemonstrationReport
    /// What certificates are signed and typeset with, from the first of them on.
    var signing: (key: CertificateKey, press: CertificatePress)?

    init(_ plan: Demonstration, _ ledger: Ledger) {
        (self.plan, self.ledger) = (plan, ledger)
        crowd = Crowd(plan.chance("people"))
        referenceChance = plan.chance("references")
        tally = DemonstrationReport(seed: plan.seed, today: plan.today)
    }

    /// A booking's code that is not taken: a letter and six letters or digits, as the office mints them.
    mutating func nextReference() -> String {
        let all = Array("ABCDEFGHJKMNPQRSTVWXYZ0123456789")
        while true {
            let reference = String((0..<7).map { all[referenceChance.below($0 == 0 ? 22 : all.count)] })
            if references.insert(reference).inserted { return reference }
        }
    }
}

/// Somebody with a place on a run.
struct Seat {
    let booking: ID<Booking>
    let reference: String
    let person: MadeUpPerson
    let madeAt: Date
    /// What the register says of each sitting; nil is "not recorded".
    var marks: [RegisterMark?] = []
}
