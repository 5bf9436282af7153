import Logging
import Synchronization

/// Keeps every log line, metadata included, for a test to read.
final class LogBook: LogHandler {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }
    var metadata: Logger.Metadata {
        get { [:] }
        set { kept.withLock { $0.append("\(newValue)") } }
    }
    var logLevel: Logger.Level {
        get { .trace }
        set { _ = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set { kept.withLock { $0.append("\(key) \(String(describing: newValue))") } }
    }

    func log(
        level: Logger.Level,
        message: Logger.Message,
        metadata: Logger.Metadata?,
        source: String,
        file: String,
        function: String,
        line: UInt
    ) {
        kept.withLock { $0.append("\(level) \(message) \(metadata ?? [:])") }
    }
}
