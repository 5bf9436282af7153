/// A reason why something cannot be done, told as one sentence: the thing, the reason, the next step.
///
/// The sentence is the error's `description`; website and command line print the same words.
public protocol Refusal: Error, Sendable, CustomStringConvertible {}
