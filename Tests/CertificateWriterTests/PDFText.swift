import CDeflate

/// A small reader of the files we write, to see what a reader that follows content order sees; made from ISO 32000-1 alone.
struct PDFText {
    private var streams: [Int: (dictionary: String, data: [UInt8])] = [:]
    private var objects: [Int: String] = [:]

    init(_ bytes: [UInt8]) {
        var position = 0
        while let found = Self.find(" 0 obj\n", in: bytes, from: position) {
            var start = found
            while start > 0, (48...57).contains(bytes[start - 1]) { start -= 1 }
            let number = Int(String(decoding: bytes[start..<found], as: UTF8.self)) ?? 0
            guard let head = Self.find("\nstream\n", in: bytes, from: found) else { break }
            let dictionary = String(decoding: bytes[(found + 7)..<head], as: UTF8.self)
            let length = Self.number(after: "/Length ", in: dictionary) ?? 0
            var data = Array(bytes[(head + 8)..<(head + 8 + length)])
            if dictionary.contains("/FlateDecode") { data = Self.inflate(data) }
            streams[number] = (dictionary, data)
            position = head + 8 + length
        }
        for stream in streams.values where stream.dictionary.contains("/ObjStm") {
            let first = Self.number(after: "/First ", in: stream.dictionary) ?? 0
            let numbers = String(decoding: stream.data[..<first], as: UTF8.self).split(separator: " ").compactMap {
                Int($0)
            }
            let places = stride(from: 0, to: numbers.count, by: 2).map { (numbers[$0], first + numbers[$0 + 1]) }
            for (index, (number, place)) in places.enumerated() {
                let end = index + 1 < places.count ? places[index + 1].1 : stream.data.count
                objects[number] = String(decoding: stream.data[place..<end], as: UTF8.self)
            }
        }
    }

    /// The objects, streams apart, in which some text occurs.
    func objects(containing text: String) -> [String] { objects.values.filter { $0.contains(text) } }

    /// The text of each piece of tagged content, in the order of the content, fonts resolved through their ToUnicode maps;
    /// without the right-to-left marks that some lines end with, and no name contains.
    var pieces: [String] {
        var fonts: [String: Font] = [:]
        for object in objects.values where object.contains("/Font") {
            var names = object.components(after: "/Font<<", until: ">")
            if let number = Self.number(after: "/Font ", in: object), let dictionary = objects[number] {
                names = dictionary.components(after: "<<", until: ">")
            }
            for entry in names.split(separator: "/") {
                let parts = entry.split(separator: " ")
                guard parts.count > 1, let number = Int(parts[1]), let font = objects[number],
                    let map = Self.number(after: "/ToUnicode ", in: font).flatMap({ streams[$0] })
                else { continue }
                fonts[String(parts[0])] = Self.unicode(of: String(decoding: map.data, as: UTF8.self))
            }
        }
        var pieces: [String] = []
        for object in objects.values where object.contains("/Type/Page/") {
            let contents = object.components(after: "/Contents[", until: "]").split(separator: " ").compactMap {
                Int($0)
            }
            for number in contents where number > 0 {
                guard let stream = streams[number] else { continue }
                pieces += Self.pieces(of: String(decoding: stream.data, as: UTF8.self), fonts: fonts)
            }
        }
        return pieces
    }

    private static func pieces(of content: String, fonts: [String: Font]) -> [String] {
        var pieces: [String] = []
        var piece: String?
        var font = Font()
        for line in content.split(separator: "\n") {
            if line.hasSuffix("BDC") { piece = "" }
            if line == "EMC" {
                if let piece { pieces.append(piece) }
                piece = nil
            }
            if line.hasSuffix(" Tf") { font = fonts[String(line.dropFirst().prefix { $0 != " " })] ?? Font() }
            guard line.hasSuffix("]TJ") else { continue }
            for part in line.split(separator: "<").dropFirst() {
                var codes = part.prefix { $0 != ">" }
                let digits = font.digits
                while codes.count >= digits {
                    let text = UInt16(codes.prefix(digits), radix: 16).flatMap { font.characters[$0] } ?? "\u{FFFD}"
                    if text != "\u{200F}" { piece? += text }
                    codes = codes.dropFirst(digits)
                }
            }
        }
        return pieces
    }

    /// The characters of a font's codes, which have two or four hexadecimal digits.
    private struct Font {
        var digits = 4
        var characters: [UInt16: String] = [:]
    }

    private static func unicode(of map: String) -> Font {
        var font = Font()
        for line in map.split(separator: "\n") where line.hasPrefix("<") {
            let parts = line.split(separator: "<").map { $0.prefix { $0 != ">" } }
            if line == "<00><FF>" { font.digits = 2 }
            guard line != "<00><FF>", line != "<0000><FFFF>", let first = UInt16(parts[0], radix: 16),
                let last = UInt16(parts[parts.count - 2], radix: 16), let text = parts.last
            else { continue }
            var units = stride(from: 0, to: text.count, by: 4).compactMap {
                UInt16(text.dropFirst($0).prefix(4), radix: 16)
            }
            for code in first...last {
                font.characters[code] = String(decoding: units, as: UTF16.self)
                units[units.count - 1] += 1
            }
        }
        return font
    }

    private static func number(after key: String, in text: String) -> Int? {
        Int(text.components(after: key, until: nil).prefix { $0.isNumber })
    }

    private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
        let pattern = Array(text.utf8)
        guard bytes.count >= pattern.count, start <= bytes.count - pattern.count else { return nil }
        return (start...(bytes.count - pattern.count)).first { bytes[$0..<($0 + pattern.count)].elementsEqual(pattern) }
    }

    private static func inflate(_ data: [UInt8]) -> [UInt8] {
        guard let raw = libdeflate_alloc_decompressor() else { return [] }
        defer { libdeflate_free_decompressor(raw) }
        return [UInt8](unsafeUninitializedCapacity: 1 << 20) { target, count in
            let result = libdeflate_zlib_decompress(raw, data, data.count, target.baseAddress, 1 << 20, &count)
            if result != LIBDEFLATE_SUCCESS { count = 0 }
        }
    }
}

extension String {
    fileprivate func components(after key: String, until end: Character?) -> String {
        guard let start = range(of: key)?.upperBound else { return "" }
        return String(self[start...].prefix { $0 != end })
    }

    private func range(of key: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(key) { return start..<index(start, offsetBy: key.count) }
            start = index(after: start)
        }
        return nil
    }
}
