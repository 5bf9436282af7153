import Programme

extension CertificateFacts {
    /// The facts under the names by which they are decoded; what is absent is left out.
    var canonicalMembers: [String: CanonicalJSON] {
        var members: [String: CanonicalJSON] = [
            "number": .text(number.description), "version": .integer(version), "givenName": .text(givenName),
            "name": .text(name), "course": .text(course), "dates": .list(dates.map { .text($0.description) }),
            "contactMinutes": .integer(contactMinutes), "outcomes": .list(outcomes.map { .text($0) }),
            "trainers": .list(trainers.map { .text($0) }), "area": .text(area), "issuedOn": .text(issuedOn.description),
            "verifyAddress": .text(verifyAddress),
        ]
        let optional = [
            "language": language, "courseCode": courseCode, "courseVersion": courseVersion, "venue": venue,
            "provider": provider, "refreshBy": refreshBy?.description,
        ]
        for case (let key, let text?) in optional { members[key] = .text(text) }
        return members
    }
}
