import Programme

/// Whether options fit together and the items that were asked.
enum OptionCheck {
    static func check(_ options: ConfidenceOptions, _ known: [String]) throws(ConfidenceRefusal) {
        if let least = options.minimumAnswered, least < 1 { throw .tooSmall(option: "--min-answered", value: least) }
        if let least = options.suppressBelow, least < 1 { throw .tooSmall(option: "--suppress", value: least) }
        if let change = options.smallestChange, !(change > 0 && change.isFinite) {
            throw .smallestChangeNotPositive(change)
        }
        if let margin = options.margin, !(margin > 0 && margin.isFinite) { throw .marginNotPositive(margin) }
        if let bootstrap = options.bootstrap, bootstrap.resamples < 100 {
            throw .tooFewResamples(bootstrap.resamples)
        }
        if !options.reversedItems.isEmpty, options.range == nil { throw .reversalNeedsRange }
        guard !known.isEmpty else { return }
        for item in options.reversedItems where !known.contains(item) {
            throw .unknownReversedItem(item, known: known)
        }
        try check(options.scales, known)
    }

    private static func check(_ scales: [ScaleDefinition], _ known: [String]) throws(ConfidenceRefusal) {
        var names: Set<String> = []
        for scale in scales {
            guard names.insert(scale.name).inserted else { throw .duplicateScale(scale.name) }
            guard !scale.items.isEmpty else { throw .malformedScale(scale.name, reason: "has no items") }
            guard Set(scale.items).count == scale.items.count else {
                throw .malformedScale(scale.name, reason: "names an item twice")
            }
            if let least = scale.minimumAnswered, least < 1 {
                throw .tooSmall(option: "The items to answer", value: least)
            }
            for item in scale.items where !known.contains(item) {
                throw .unknownScaleItem(item, scale: scale.name, known: known)
            }
        }
    }
}
