import Programme

/// Reads a scene and checks that it is safe to practise.
struct RolePlayReader {
    let folder: ContentFolder
    let log: FaultLog

    private static let keys = [
        "code", "title", "audience", "setting", "minutes", "speaker", "other", "watcher", "stop_rule", "out_of_role",
        "debrief",
    ]

    /// Reads one file.
    /// - Parameters:
    ///   - file: The path from the content folder.
    ///   - name: The name the course uses, which the scene's code must repeat.
    /// - Returns: The scene, or nil when something it needs is missing; every fault is noted.
    func read(_ file: String, name: String) -> RolePlay? {
        guard let root = YAMLDocument.read(file, in: folder, into: log), let map = root.mapping(keys: Self.keys) else {
            return nil
        }
        let code = map.code("code")
        if let code, code != name {
            map.required("code")?.fault("The scene's code is \"\(code)\", but its file is called \(name).yaml.")
        }
        let title = map.text("title")
        let audience = map.text("audience")
        let setting = map.text("setting")
        let minutes = map.integer("minutes", in: 1...20)
        let parts = RolePlay.Role.allCases.compactMap { role in
            map.text(role.rawValue).map { RolePlay.Part(role: role, card: $0) }
        }
        let stopRule = stopRule(in: map)
        let outOfRole = map.text("out_of_role")
        let debrief = map.texts("debrief")
        guard let code, let title, let audience, let setting, let minutes, let stopRule, let outOfRole,
            parts.count == RolePlay.Role.allCases.count, !debrief.isEmpty
        else { return nil }
        return RolePlay(
            code: code,
            title: title,
            audience: audience,
            setting: setting,
            minutes: minutes,
            parts: parts,
            stopRule: stopRule,
            outOfRole: outOfRole,
            debrief: debrief
        )
    }

    private func stopRule(in map: YAMLMapping) -> String? {
        guard let value = map.optional("stop_rule") else {
            map.owner.fault("The scene has no stop rule; write \"stop_rule:\" with what ends it at once.")
            return nil
        }
        guard let text = value.text() else { return nil }
        if !text.lowercased().contains("stop") {
            value.fault("The stop rule does not contain the word \"stop\", which everybody must know ends the scene.")
        }
        return text
    }
}
