/// Sums over neighbouring numbers, eight at a time: one running sum alone would wait for itself at every number.
enum FastSums {
    /// From so many numbers on it is worth while; fewer are added in their order.
    static let many = 256

    @inline(__always)
    static func of(_ count: Int, _ eight: (Int) -> SIMD8<Double>, _ one: (Int) -> Double) -> Double {
        var sums = SIMD8<Double>.zero, cell = 0
        while cell + 8 <= count {
            sums += eight(cell)
            cell += 8
        }
        var sum = sums.sum()
        while cell < count {
            sum += one(cell)
            cell += 1
        }
        return sum
    }

    static func sum(_ values: UnsafePointer<Double>, _ count: Int) -> Double {
        of(count, { load(values, $0) }, { values[$0] })
    }

    static func product(_ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, _ count: Int) -> Double {
        of(count, { load(left, $0) * load(right, $0) }, { left[$0] * right[$0] })
    }

    /// The sum of the products' sizes.
    static func sizeOfProduct(_ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, _ count: Int) -> Double {
        func size(_ products: SIMD8<Double>) -> SIMD8<Double> {
            products.replacing(with: -products, where: products .< 0)
        }
        return of(count, { size(load(left, $0) * load(right, $0)) }, { abs(left[$0] * right[$0]) })
    }

    @inline(__always)
    private static func load(_ values: UnsafePointer<Double>, _ cell: Int) -> SIMD8<Double> {
        UnsafeRawPointer(values + cell).loadUnaligned(as: SIMD8<Double>.self)
    }
}
