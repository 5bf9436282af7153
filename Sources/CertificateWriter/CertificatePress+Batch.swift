public import Programme

extension CertificatePress {
    /// Typesets many certificates on several workers and hands each over in order; nothing is written by it.
    ///
    /// The bytes are those of ``certificate(for:seal:)`` whatever the number of workers. Certificates of one course follow each
    /// other best, since what they share is then made once.
    /// - Parameters:
    ///   - certificates: What to typeset: facts, and the seal of one that has been issued.
    ///   - workers: How many are typeset at a time; all processors unless said otherwise.
    ///   - isolation: Where `each` is called: the caller's own.
    ///   - each: Takes a certificate's position and its file.
    /// - Throws: The first ``CertificateRefusal`` in the order of the certificates, what `each` threw, or
    ///   `CancellationError`; those before it have been handed over, none after it is.
    public func typeset(
        _ certificates: [(facts: CertificateFacts, seal: SealedFacts?)],
        workers: Int = Batch.processors,
        isolation: isolated (any _Concurrency.Actor)? = #isolation,
        each: (Int, [UInt8]) async throws -> Void
    ) async throws {
        try await Batch(workers: workers).run(
            count: certificates.count,
            isolation: isolation,
            make: { try self.certificate(for: certificates[$0].facts, seal: certificates[$0].seal) },
            each: each
        )
    }
}
