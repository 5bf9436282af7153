/// The tables around a CFF font's charstrings: names, encoding, and the dictionary that says where each lies.
///
/// Source: Adobe Technical Note 5176; clause numbers are its own.
struct CFFTables {
    private var strings: [[UInt8]] = []
    private var charset: [UInt8] = []
    /// The encoding of a simple font, the choice of dictionary of a composite one.
    private var assignment: [UInt8] = []
    private let isComposite: Bool
    private let glyphCount: Int

    init(glyphCount: Int, kind: CFFProgram.Kind) {
        self.glyphCount = glyphCount
        switch kind {
        case .simple(let characters):
            isComposite = false
            name(characters)
            assignment = [1, 1, 1, UInt8(clamping: characters.count - 1)]
        case .composite:
            isComposite = true
            strings = [Array("Adobe".utf8), Array("Identity".utf8)]
            if glyphCount > 1 {
                charset = [2, 0, 1]
                charset.append(bigEndian: UInt16(clamping: glyphCount - 2))
            } else {
                charset = [0]
            }
            assignment = [3, 0, 1, 0, 0, 0]
            assignment.append(bigEndian: UInt16(clamping: glyphCount))
        }
    }

    /// Strings that every CFF font knows by number (appendix A).
    private static let standardStrings = 391

    /// The charset (13): the names of the Adobe Glyph List, those beyond ASCII spelled `u` and the code point; a character
    /// met again has a number behind its name.
    private mutating func name(_ characters: [Unicode.Scalar]) {
        var last: Unicode.Scalar?
        var variant = 0
        var numbers: [Int] = []
        for character in characters {
            variant = character == last ? variant + 1 : 0
            last = character
            if variant == 0, let known = Self.standardName(character) {
                numbers.append(known)
                continue
            }
            let digits = String(character.value, radix: 16, uppercase: true)
            let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
            strings.append(Array("u\(zeros)\(digits)\(variant > 0 ? ".\(variant)" : "")".utf8))
            numbers.append(Self.standardStrings + strings.count - 1)
        }
        charset = [1]
        var index = 0
        while index < numbers.count {
            var run = 1
            while index + run < numbers.count, run < 256, numbers[index + run] == numbers[index] + run { run += 1 }
            charset.append(bigEndian: UInt16(clamping: numbers[index]))
            charset.append(UInt8(run - 1))
            index += run
        }
    }

    /// The number of a name every CFF font knows; only those of ASCII.
    private static func standardName(_ character: Unicode.Scalar) -> Int? {
        switch character {
        case "'": 104
        case "`": 124
        case " "..."~": Int(character.value) - 31
        default: nil
        }
    }

    /// Puts the file together: header, names, dictionary, strings, then the tables in the order of their offsets.
    mutating func file(name: String, bounds: [Int], charstrings: [UInt8], privateDictionary: [UInt8]) -> [UInt8] {
        var head: [UInt8] = [1, 0, 4, 4]
        head.append(index: [Array(name.utf8)])
        var middle: [UInt8] = []
        middle.append(index: strings)
        middle += [0, 0]
        let total = head.count + middle.count + assignment.count + charset.count + charstrings.count + 128
        let isWide = total > Int(Int16.max)
        let empty = dictionary(at: 0, bounds: bounds, lengths: (0, 0, privateDictionary.count), isWide: isWide)
        var dictionaryIndex: [UInt8] = []
        dictionaryIndex.append(index: [empty])
        let start = head.count + dictionaryIndex.count + middle.count
        let full = dictionary(
            at: start,
            bounds: bounds,
            lengths: (charset.count, charstrings.count, privateDictionary.count),
            isWide: isWide
        )
        head.append(index: [full])
        var file = head + middle + assignment + charset + charstrings + privateDictionary
        if isComposite {
            var font: [UInt8] = []
            font.append(operand: privateDictionary.count)
            font.append(offset: file.count - privateDictionary.count, isWide: isWide)
            font.append(18)
            file.append(index: [font])
        }
        return file
    }

    /// The Top DICT (9) for tables that begin at `start`; its length does not depend on where they begin.
    private func dictionary(
        at start: Int,
        bounds: [Int],
        lengths: (charset: Int, charstrings: Int, privateDictionary: Int),
        isWide: Bool
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        if isComposite {
            for string in [Self.standardStrings, Self.standardStrings + 1, 0] { bytes.append(operand: string) }
            bytes += [12, 30]
            bytes.append(operand: glyphCount)
            bytes += [12, 34]
        }
        for side in bounds { bytes.append(operand: side) }
        bytes.append(5)
        let afterAssignment = start + assignment.count
        let afterCharset = afterAssignment + lengths.charset
        let afterCharstrings = afterCharset + lengths.charstrings
        bytes.append(offset: start, isWide: isWide)
        bytes += isComposite ? [12, 37] : [16]
        bytes.append(offset: afterAssignment, isWide: isWide)
        bytes.append(15)
        bytes.append(offset: afterCharset, isWide: isWide)
        bytes.append(17)
        if isComposite {
            bytes.append(offset: afterCharstrings + lengths.privateDictionary, isWide: isWide)
            bytes += [12, 36]
        } else {
            bytes.append(operand: lengths.privateDictionary)
            bytes.append(offset: afterCharstrings, isWide: isWide)
            bytes.append(18)
        }
        return bytes
    }
}

extension [UInt8] {
    /// Adds an offset in a form whose length does not depend on it.
    fileprivate mutating func append(offset: Int, isWide: Bool) {
        append(isWide ? 29 : 28)
        if isWide { append(bigEndian: Int32(clamping: offset)) } else { append(bigEndian: Int16(clamping: offset)) }
    }
}
