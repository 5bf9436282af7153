import FoundationEssentials
import Programme
import Records

/// Courses and surveys as JSON with sorted keys, so that the same material has the same bytes.
enum FrozenMaterial {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

/// A course edition that a run was scheduled with and that is no longer on record: a damaged file.
struct MissingEdition: Error, CustomStringConvertible {
    let edition: CourseEdition
    var description: String {
        "The database holds no course \(edition). Run \"commonground verify\" and restore a backup."
    }
}

extension Ledger {
    /// Keeps a course with a first run; later the same version must be the same course.
    func keep(_ course: Course) throws {
        let edition = CourseEdition(code: course.code, version: course.version)
        let content = try FrozenMaterial.text(course)
        guard let known = try read.courseContent(edition) else { return try insertCourse(edition, content: content) }
        guard known == content else { throw ScheduleRefusal.changedWithoutVersion(edition.description) }
    }

    /// Keeps a survey instrument with a first run; later the same version must be the same instrument.
    func keep(_ instrument: Instrument) throws {
        let edition = CourseEdition(code: instrument.code, version: instrument.version)
        let content = try FrozenMaterial.text(instrument)
        guard let known = try read.instrumentContent(edition) else {
            return try insertInstrument(edition, content: content)
        }
        guard known == content else { throw ScheduleRefusal.changedWithoutVersion(edition.description) }
    }
}

extension Reader {
    func course(_ edition: CourseEdition) throws -> Course {
        guard let content = try courseContent(edition) else {
            throw MissingEdition(edition: edition)
        }
        return try FrozenMaterial.value(Course.self, content)
    }

    /// The instrument of a run as frozen; nil when its course has no survey.
    func frozenInstrument(of run: ID<Run>) throws -> Instrument? {
        guard let edition = try instrument(of: run), let content = try instrumentContent(edition) else { return nil }
        return try FrozenMaterial.value(Instrument.self, content)
    }
}
