/// The effect by other means, beside the method of the design.
public struct CallsSensitivity: Hashable, Sendable {
    /// An interrupted series of logarithms of rates whose errors remember the month before (AR(1), generalised least squares).
    public struct Autoregressive: Hashable, Sendable {
        /// The effect at the start; a controlled series is the logarithm of treated over comparison.
        public let effect: CallsEstimate
        /// The correlation of neighbouring months' errors.
        public let correlation: Double?
    }

    /// One change an area: its months from the start on against those before, as in Bertrand, Duflo and Mullainathan (2004).
    public struct Collapsed: Hashable, Sendable {
        /// The treated areas' mean change against that of the comparison areas.
        public let effect: CallsEstimate
        /// Areas less two.
        public let degreesOfFreedom: Int?
        /// Areas left out, since nothing was counted on a side.
        public let leftOut: [String]
    }

    /// With `its` and `controlled_its`.
    public internal(set) var autoregressive: Autoregressive?
    /// With `did`.
    public internal(set) var collapsed: Collapsed?
    /// With `synthetic_control`: the mean gap without each area that has weight, least and most.
    public internal(set) var leavingOut: ClosedRange<Double>?
}

extension CallsSensitivity {
    var json: JSONValue {
        var members: [JSONMember] = []
        if let autoregressive {
            members.append(
                JSONMember(
                    "ar1",
                    .object(
                        [JSONMember("method", .string("GLS of log rates, AR(1) errors by REML, t"))]
                            + autoregressive.effect.members
                            + (autoregressive.correlation.map { [JSONMember("rho", .number($0))] } ?? [])
                    )
                )
            )
        }
        if let collapsed {
            members.append(
                JSONMember(
                    "collapsed",
                    .object(
                        [JSONMember("method", .string("two periods, least squares of areas' changes, t on areas - 2"))]
                            + collapsed.effect.members
                            + (collapsed.degreesOfFreedom.map { [JSONMember("df", .integer($0))] } ?? [])
                            + (collapsed.leftOut.isEmpty
                                ? [] : [JSONMember("left_out", .array(collapsed.leftOut.map(JSONValue.string)))])
                    )
                )
            )
        }
        if let leavingOut { members.append(JSONMember("leave_one_out_range", .interval(leavingOut))) }
        return .object(members)
    }
}
