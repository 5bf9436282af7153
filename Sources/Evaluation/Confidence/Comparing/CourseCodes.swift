/// Courses as whole numbers; a person without a course is a course of their own.
struct CourseCodes {
    /// A code for each person, equal for people of one course.
    let codes: [Int]
    /// The number of named courses.
    let count: Int

    init(_ courses: [String?]) {
        var numbers: [String: Int] = [:]
        for course in courses { if let course, numbers[course] == nil { numbers[course] = numbers.count } }
        var next = numbers.count
        codes = courses.map { course in
            if let known = course.flatMap({ numbers[$0] }) { return known }
            next += 1
            return next - 1
        }
        count = numbers.count
    }
}
