/// Makes a form that is sent twice, by a double click or a reload, happen once.
actor Submissions {
    private var running: [String: Task<String, any Error>] = [:]
    private var order: [String] = []

    /// How many forms are remembered.
    static let most = 2000

    /// Does `body` unless the form with this key was taken already; both senders get the first one's address.
    func once(_ key: String, _ body: @escaping @Sendable () async throws -> String) async throws -> String {
        if let earlier = running[key] { return try await earlier.value }
        let task = Task { try await body() }
        running[key] = task
        order.append(key)
        if order.count > Self.most { running[order.removeFirst()] = nil }
        do {
            return try await task.value
        } catch {
            running[key] = nil
            order.removeAll { $0 == key }
            throw error
        }
    }
}
