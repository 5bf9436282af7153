import CICU

/// Unicode normalisation form C by ICU.
enum Normalisation {
    /// `text` in NFC; the same text when ICU cannot be asked.
    static func nfc(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var status = U_ZERO_ERROR
        guard let form = cg_nfc(&status), cg_u_failed(status) == 0 else { return text }
        let source = Array(text.utf16)
        if cg_is_normalized(form, source, Int32(source.count), &status) != 0 { return text }
        let capacity = source.count * 3 + 8
        let composed = [UInt16](unsafeUninitializedCapacity: capacity) { target, count in
            let length = cg_normalize(form, source, Int32(source.count), target.baseAddress, Int32(capacity), &status)
            count = cg_u_failed(status) == 0 ? Int(length) : 0
        }
        return composed.isEmpty ? text : String(decoding: composed, as: UTF16.self)
    }
}
