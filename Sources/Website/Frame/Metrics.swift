import Synchronization

/// How many requests there were, how they ended and how long they took, in Prometheus' text format.
///
/// Source: Prometheus exposition formats, text-based format 0.0.4.
final class Metrics: Sendable {
    private struct Series: Hashable, Comparable {
        let method: String
        let route: String
        let status: Int
        static func < (left: Self, right: Self) -> Bool {
            (left.route, left.method, left.status) < (right.route, right.method, right.status)
        }
    }

    private struct Counts {
        var requests: [Series: Int] = [:]
        var buckets = Array(repeating: 0, count: Metrics.bounds.count)
        var seconds = 0.0
        var total = 0
    }

    private static let bounds = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5]
    private let counts = Mutex(Counts())

    /// Counts one request; `route` is its pattern, never its address.
    func count(method: String, route: String, status: Int, seconds: Double) {
        counts.withLock { counts in
            counts.requests[Series(method: method, route: route, status: status), default: 0] += 1
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { counts.buckets[index] += 1 }
            counts.seconds += seconds
            counts.total += 1
        }
    }

    /// The text a Prometheus server reads; `isAnswering` is whether the database answers.
    func text(isAnswering: Bool) -> String {
        let counts = counts.withLock { $0 }
        var lines = [
            "# HELP commonground_database_up Whether the database answers.",
            "# TYPE commonground_database_up gauge",
            "commonground_database_up \(isAnswering ? 1 : 0)",
            "# HELP commonground_http_requests_total Requests by route pattern and status.",
            "# TYPE commonground_http_requests_total counter",
        ]
        for (series, count) in counts.requests.sorted(by: { $0.key < $1.key }) {
            let labels = "method=\"\(series.method)\",route=\"\(series.route)\",status=\"\(series.status)\""
            lines.append("commonground_http_requests_total{\(labels)} \(count)")
        }
        lines += [
            "# HELP commonground_http_request_seconds Time to answer.",
            "# TYPE commonground_http_request_seconds histogram",
        ]
        for (bound, count) in zip(Self.bounds, counts.buckets) {
            lines.append("commonground_http_request_seconds_bucket{le=\"\(bound)\"} \(count)")
        }
        lines += [
            "commonground_http_request_seconds_bucket{le=\"+Inf\"} \(counts.total)",
            "commonground_http_request_seconds_sum \(counts.seconds)",
            "commonground_http_request_seconds_count \(counts.total)",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
