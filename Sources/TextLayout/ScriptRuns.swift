import CHarfBuzz

/// The script of each character, those shared by many scripts settled by their neighbours.
enum ScriptRuns {
    /// A script for each scalar; marks and shared punctuation take the script before them (at the beginning the first that
    /// follows), a closing bracket that of its partner. Text without any letter is Latin.
    ///
    /// Source: Unicode Standard Annex 24, sections 5.1 and 5.2.
    static func scripts(of scalars: [Unicode.Scalar]) -> [hb_script_t] {
        let functions = hb_unicode_funcs_get_default()
        var scripts = scalars.map { hb_unicode_script(functions, $0.value) }
        var current = scripts.first { !isShared($0) } ?? HB_SCRIPT_LATIN
        var open: [(closing: Unicode.Scalar, script: hb_script_t)] = []
        for (index, scalar) in scalars.enumerated() {
            guard isShared(scripts[index]) else {
                current = scripts[index]
                continue
            }
            if let closing = partners[scalar] {
                open.append((closing, current))
            } else if let match = open.lastIndex(where: { $0.closing == scalar }) {
                current = open[match].script
                open.removeSubrange(match...)
            }
            scripts[index] = current
        }
        return scripts
    }

    /// The ISO 15924 code, for example `Arab`.
    static func code(of script: hb_script_t) -> String {
        var bytes = script.rawValue.bigEndian
        return withUnsafeBytes(of: &bytes) { String(decoding: $0, as: UTF8.self) }
    }

    private static func isShared(_ script: hb_script_t) -> Bool {
        script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN
    }

    private static let partners: [Unicode.Scalar: Unicode.Scalar] = [
        "(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "‘": "’", "（": "）", "「": "」", "『": "』", "《": "》",
    ]
}
