import CICU

/// Unicode normalisation form C by ICU.
enum Normalisation {
    /// `text` in NFC; the same text when ICU cannot be asked.
    static func nfc(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        let source = Array(text.utf16)
        if cg_is_nfc(source, Int32(source.count)) != 0 { return text }
        let capacity = source.count * 3 + 8
        let composed = [UInt16](unsafeUninitializedCapacity: capacity) { target, count in
            count = max(0, Int(cg_nfc(source, Int32(source.count), target.baseAddress, Int32(capacity))))
        }
        return composed.isEmpty ? text : String(decoding: composed, as: UTF16.self)
    }
}
