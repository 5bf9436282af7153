import Operations
import Programme

/// A name as the certificate will draw it, or why it cannot.
struct DrawnName: Sendable {
    let address: String?
    let description: String?
    let refusal: String?
    /// What was taken out of the name as it was given.
    let takenOut: String?

    /// The name drawn at an address of the site.
    init(_ name: PersonName, language: String?, at address: String, office: Office) {
        let taken = office.takenOut(ofName: name.given)
        takenOut =
            taken.isEmpty
            ? nil : "\(NumberWords.list(taken)) cannot be seen, so the certificate leaves it out."
        do {
            _ = try office.nameSVG(name.given, language: language)
            (self.address, refusal) = (address, nil)
            description = "\(name.text), as the certificate draws it"
        } catch {
            (self.address, description, refusal) = (nil, nil, "\(error)")
        }
    }
}
