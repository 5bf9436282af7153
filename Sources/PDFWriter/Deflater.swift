import CDeflate

/// Compresses streams by zlib's method (ISO 32000-1, 7.4.4) with libdeflate; owns the compressor's memory.
public struct Deflater: ~Copyable {
    private let raw: OpaquePointer?

    /// A compressor; `level` from 1, fast, to 12, small.
    public init(level: Int = 9) { raw = libdeflate_alloc_compressor(Int32(min(max(level, 1), 12))) }

    deinit { if let raw { libdeflate_free_compressor(raw) } }

    /// The compressed data; nil when memory ran out.
    borrowing func compressed(_ data: [UInt8]) -> [UInt8]? {
        guard let raw else { return nil }
        let capacity = libdeflate_zlib_compress_bound(raw, data.count)
        let result = [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
            count = libdeflate_zlib_compress(raw, data, data.count, target.baseAddress, capacity)
        }
        return result.isEmpty ? nil : result
    }
}
