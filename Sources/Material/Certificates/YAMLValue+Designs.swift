import Programme

extension YAMLValue {
    /// So many numbers in a list, each in a range; `expected` ends the fault's sentence otherwise.
    func numbers(count: Int, in range: ClosedRange<Double>, _ expected: String) -> [Double]? {
        guard let values = sequence() else { return nil }
        guard values.count == count else {
            fault("\(name) has \(values.count) numbers; \(expected) is expected.")
            return nil
        }
        let numbers = values.enumerated().compactMap { position, value in
            value.called("number \(position + 1) of \(name)").number(in: range)
        }
        return numbers.count == count ? numbers : nil
    }

    /// A box, `[x, y, width, height]` in millimetres, that lies on the page.
    func box(on page: DesignBox) -> DesignBox? {
        guard let numbers = numbers(count: 4, in: 0...2000, "[x, y, width, height] in millimetres") else { return nil }
        let box = DesignBox(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
        guard box.width > 0, box.height > 0 else {
            fault("\(name) has no area; width and height must be above 0.")
            return nil
        }
        guard box.fits(page) else {
            fault("\(name) reaches beyond the page of \(page.width) by \(page.height) millimetres.")
            return nil
        }
        return box
    }

    /// Words with fields in braces.
    func designText() -> DesignText? {
        guard !isMapping else {
            fault("\(name) should be text; put words with fields in braces between quotes, like \"{name}\".")
            return nil
        }
        guard let text = text() else { return nil }
        do { return try DesignText(text) } catch {
            let known = CertificateField.allCases.map(\.rawValue)
            switch error {
            case .unpairedBrace: fault("\(name) has a brace without its partner; a field is written {name}.")
            case .unknownField(let field):
                let nearest = NearestSpelling.suggestion(for: field, among: known)
                fault("There is no field {\(field)}; fields are \(known.joined(separator: ", ")).\(nearest)")
            }
            return nil
        }
    }

    /// One of a few choices by its word.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(of type: Choice.Type) -> Choice? {
        word(among: Choice.allCases.map(\.rawValue)).flatMap(Choice.init(rawValue:))
    }

    /// A field by its name, without braces.
    func field(among fields: [CertificateField]) -> CertificateField? {
        word(among: fields.map(\.rawValue)).flatMap(CertificateField.init(rawValue:))
    }

    /// A language as a BCP 47 tag.
    func languageTag() -> String? {
        read("a language tag like en-GB or cy") { text in
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            let good = parts.allSatisfy {
                (1...8).contains($0.utf8.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
            return good && (2...8).contains(parts[0].count) && parts[0].allSatisfy(\.isLetter) ? text : nil
        }
    }
}

extension DesignBox {
    /// Whether the box lies within another.
    func fits(_ page: DesignBox) -> Bool {
        x >= page.x && y >= page.y && x + width <= page.x + page.width + 1e-6
            && y + height <= page.y + page.height + 1e-6
    }
}
