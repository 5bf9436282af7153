/// Why a file is not a picture that can be printed, as the end of a sentence that begins with its path.
struct PictureFault: Error, Hashable {
    let reason: String

    static let cutOff = PictureFault(reason: "is broken or cut off; export it again")

    init(reason: String) { self.reason = reason }
}
