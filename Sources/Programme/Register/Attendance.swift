/// What the register says one person took part in, and whether it earns a certificate.
///
/// Contact minutes are minutes of modules; breaks and surveys do not count. A late arrival or early departure costs the
/// module minutes that lie in the time missed.
public struct Attendance: Hashable, Sendable {
    /// The contact minutes of the course.
    public let contactMinutes: Int
    /// The contact minutes the person was there for.
    public let attendedMinutes: Int
    /// Modules of which every minute was attended, by number.
    public let wholeModules: Set<Int>
    /// Sittings, from 1, that have no mark: not recorded, which is not absent.
    public let notRecorded: [Int]

    /// Adds up what was attended.
    ///
    /// - Parameters:
    ///   - course: The course as it was taught.
    ///   - marks: The mark of each sitting in order, nil when not recorded.
    public init(of course: Course, marks: [RegisterMark?]) {
        var attended = 0
        var whole: Set<Int> = []
        var unmarked: [Int] = []
        for (index, sitting) in course.sittings.enumerated() {
            guard marks.indices.contains(index), let mark = marks[index] else {
                unmarked.append(index + 1)
                continue
            }
            guard mark != .absent else { continue }
            let (arrival, leaving) = (mark.minutesLate, sitting.minutes - mark.minutesEarly)
            attended += sitting.contactMinutes(from: arrival, to: leaving)
            whole.formUnion(sitting.wholeModules(from: arrival, to: leaving))
        }
        contactMinutes = course.contactMinutes
        attendedMinutes = attended
        wholeModules = whole
        notRecorded = unmarked
    }
}

/// Why somebody does not get a certificate.
public enum CertificateNotEarned: Refusal, Equatable {
    /// The course has no certificate.
    case noCertificate(course: String)
    /// A sitting without a mark.
    case notRecorded(name: String, sittings: [Int])
    /// Not enough contact time.
    case tooFewMinutes(name: String, attended: Int, needed: Int)
    /// Part of a module on which safety depends was missed.
    case moduleMissed(name: String, modules: [Int])

    /// The sentence for the trainer.
    public var description: String {
        switch self {
        case .noCertificate(let course): "\(course) has no certificate. Choose a course that has one."
        case .notRecorded(let name, let sittings):
            "\(name) has no mark for sitting \(Self.list(sittings)). Complete the register first."
        case .tooFewMinutes(let name, let attended, let needed):
            "\(name) was there for \(attended) of the \(needed) contact minutes a certificate needs. "
                + "Offer the missing part on another run."
        case .moduleMissed(let name, let modules):
            "\(name) missed part of module \(Self.list(modules)), on which safety depends. "
                + "Teach it again, then correct the register with that reason."
        }
    }

    private static func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: " and ") }
}

extension Course {
    /// Nothing when `attendance` earns this course's certificate, or why it does not.
    public func certificateRefusal(for attendance: Attendance, of name: String) -> CertificateNotEarned? {
        guard let certificate else { return .noCertificate(course: title) }
        guard attendance.notRecorded.isEmpty else {
            return .notRecorded(name: name, sittings: attendance.notRecorded)
        }
        let needed = certificate.minutesNeeded(of: contactMinutes)
        guard attendance.attendedMinutes >= needed else {
            return .tooFewMinutes(name: name, attended: attendance.attendedMinutes, needed: needed)
        }
        let missed = certificate.requiredModules.filter { !attendance.wholeModules.contains($0) }
        return missed.isEmpty ? nil : .moduleMissed(name: name, modules: missed)
    }
}
