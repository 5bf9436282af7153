public import Programme

/// Who was to be asked when: the denominator of every response rate.
public struct WavesDue: Hashable, Sendable {
    /// The references of everybody who attended.
    public var attended: Set<String>
    /// For each wave, the references of those whose window has opened; a wave not yet due for a person leaves the person out.
    public var due: [Wave: Set<String>]

    /// The office's own list.
    public init(attended: Set<String>, due: [Wave: Set<String>]) { (self.attended, self.due) = (attended, due) }
}
