/// Somebody who has booked, apart from any booking.
public struct Person: Hashable, Sendable {
    /// The key.
    public let id: ID<Person>
    /// The name.
    public var name: PersonName
    /// Where letters go, when there is an address.
    public var email: EmailAddress?
    /// Where calls go, when there is a number.
    public var telephone: TelephoneNumber?
    /// The language of the name and of letters, as a BCP 47 tag such as `ur` or `cy`.
    public var language: String?

    /// A person as recorded.
    public init(
        id: ID<Person>,
        name: PersonName,
        email: EmailAddress?,
        telephone: TelephoneNumber?,
        language: String?
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.telephone = telephone
        self.language = language
    }
}
