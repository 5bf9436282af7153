/// Memory that the reading of one file leaves to the next: the system clears fresh memory page by page, which takes longer than
/// reading a small file. One for each thread.
public final class SpareMemory {
    struct Piece {
        let base: UnsafeMutableRawPointer
        let count: Int
    }

    private var spare: [Piece] = []
    /// Larger pieces are given back to the system at once.
    private static let largest = 1 << 22
    private static let most = 8

    /// No memory yet.
    public init() {}

    deinit { for piece in spare { piece.base.deallocate() } }

    /// At least so many bytes, with whatever is in them, on a border of 64 bytes.
    func take(_ count: Int) -> Piece {
        if let index = spare.firstIndex(where: { $0.count >= count && $0.count <= count * 2 }) {
            return spare.remove(at: index)
        }
        return Piece(base: .allocate(byteCount: count, alignment: 64), count: count)
    }

    /// Takes memory back that came from ``take(_:)``.
    func give(_ piece: Piece) {
        if piece.count > Self.largest || spare.count == Self.most {
            piece.base.deallocate()
        } else {
            spare.append(piece)
        }
    }
}

/// Zeros in spare memory, of any kind of element that consists of bits alone.
struct Zeros<Element: BitwiseCopyable>: ~Copyable {
    let base: UnsafeMutablePointer<Element>
    private let piece: SpareMemory.Piece
    private let spare: SpareMemory

    init(_ count: Int, _ spare: SpareMemory) {
        let bytes = count * MemoryLayout<Element>.stride
        self.spare = spare
        piece = spare.take(bytes)
        piece.base.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
        base = piece.base.bindMemory(to: Element.self, capacity: count)
    }

    deinit { spare.give(piece) }
}
