import CDeflate

/// Compresses streams by zlib's method (ISO 32000-1, 7.4.4) with libdeflate; owns the compressor's memory.
public struct Deflater: ~Copyable {
    private let raw: OpaquePointer?
    private let least: Int

    /// A compressor; `level` from 1, fast, to 12, small. Data of fewer than `least` bytes is left as it is: to begin costs as
    /// much time as to compress a few thousand bytes.
    public init(level: Int = 9, from least: Int = 0) {
        raw = libdeflate_alloc_compressor(Int32(min(max(level, 1), 12)))
        self.least = least
    }

    deinit { if let raw { libdeflate_free_compressor(raw) } }

    /// The compressed data; nil when it is to be left as it is or memory ran out.
    borrowing func compressed(_ data: [UInt8]) -> [UInt8]? {
        guard let raw, data.count >= least else { return nil }
        let capacity = libdeflate_zlib_compress_bound(raw, data.count)
        let result = [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
            count = libdeflate_zlib_compress(raw, data, data.count, target.baseAddress, capacity)
        }
        return result.isEmpty ? nil : result
    }
}
