import Material

extension Slip {
    static let inCourses: [Slip] = [
        Slip(
            "a key misspelt",
            in: .course,
            "minimum_age: 18",
            "minimum_aeg: 18",
            .fault(.course, 6, "\"minimum_aeg\" is not a known key of the file. Did you mean \"minimum_age\"?")
        ),
        Slip(
            "code and folder differ",
            in: .course,
            "code: tea",
            "code: coffee",
            .fault(.course, 1, "The code is \"coffee\", but the folder is called \"tea\"; they must agree.")
        ),
        Slip(
            "a word for a number",
            in: .course,
            "version: 1",
            "version: one",
            .fault(.course, 2, "version is \"one\"; a whole number from 1 to 9999 is expected.")
        ),
        Slip(
            "a key left out",
            in: .course,
            "title: Making tea\n",
            "",
            .fault(.course, 1, "\"title\" is missing from the file.")
        ),
        Slip(
            "a key twice",
            in: .course,
            "version: 1",
            "version: 1\nversion: 2",
            .fault(
                .course,
                2,
                "This is not YAML: a key may stand only once, and \"version\" stands here and again below."
            )
        ),
        Slip(
            "a tab for spaces",
            in: .course,
            "    title: Pour",
            "\ttitle: Pour",
            .fault(.course, 14, "This is not YAML: found a tab character that violates indentation.")
        ),
        Slip(
            "a group the wrong way round",
            in: .course,
            "smallest: 2",
            "smallest: 20",
            .fault(.course, 7, "The smallest group, 20, is larger than the largest, 8.")
        ),
        Slip(
            "an unknown survey",
            in: .course,
            "survey: taste",
            "survey: tatse",
            .fault(.course, 8, "There is no survey \"tatse\". Did you mean \"taste\"?")
        ),
        Slip(
            "a safety flag lost",
            in: .course,
            "    safety_critical: yes\n",
            "",
            .fault(.course, 13, "The certificate requires module 1, but it is not marked \"safety_critical: yes\".")
        ),
        Slip(
            "a safety module not required",
            in: .course,
            "required_modules: [1]",
            "required_modules: []",
            .fault(.course, 13, "Module 1 is safety-critical, but the certificate does not require it.")
        ),
        Slip(
            "a required module that does not exist",
            in: .course,
            "required_modules: [1]",
            "required_modules: [1, 2]",
            .fault(.course, 9, "The certificate requires module 2, which does not exist.")
        ),
        Slip(
            "an outcome nobody teaches",
            in: .course,
            "    outcomes: [T1]\n",
            "",
            .fault(.course, 11, "No module teaches the outcome T1.")
        ),
        Slip(
            "an unknown outcome",
            in: .course,
            "outcomes: [T1]",
            "outcomes: [T1, T2]",
            .fault(.course, 16, "There is no outcome \"T2\".")
        ),
        Slip(
            "two outcomes of one code",
            in: .course,
            "- {code: T1, text: pour without spilling}",
            "- {code: T1, text: pour}\n  - {code: T1, text: wait}",
            .fault(.course, 12, "There are two outcomes with the code T1.")
        ),
        Slip(
            "a module out of order",
            in: .course,
            "- number: 1\n",
            "- number: 2\n",
            .fault(.course, 9, "The certificate requires module 1, which does not exist."),
            .fault(.course, 13, "Module 2 is safety-critical, but the certificate does not require it."),
            .fault(.course, 13, "This is module 2, but module 1 is next."),
            .fault(.course, 26, "There is no module 1."),
            .fault(.plan, 1, "The plan should begin with the heading \"# 2. Pour\".")
        ),
        Slip(
            "a wrong total",
            in: .course,
            "contact: 30",
            "contact: 35",
            .fault(.course, 23, "The minutes of contact add up to 30, not 35.")
        ),
        Slip(
            "a wrong start",
            in: .course,
            "at: \"10:40\"",
            "at: \"10:45\"",
            .fault(.course, 27, "This begins at 10:45, but what stands before it ends at 10:40."),
            .fault(.course, 28, "This begins at 10:50, but what stands before it ends at 10:55.")
        ),
        Slip(
            "minutes that differ from the module's",
            in: .course,
            "minutes: 30, module: 1",
            "minutes: 25, module: 1",
            .fault(.course, 23, "The minutes of contact add up to 25, not 30."),
            .fault(.course, 26, "Module 1 takes 30 minutes, but the agenda gives it 25."),
            .fault(.course, 27, "This begins at 10:40, but what stands before it ends at 10:35.")
        ),
        Slip(
            "an unknown module on the agenda",
            in: .course,
            "minutes: 30, module: 1",
            "minutes: 30, module: 2",
            .fault(.course, 26, "There is no module 2.")
        ),
        Slip(
            "a module taught twice",
            in: .course,
            "break: Rest",
            "module: 1",
            .fault(.course, 21, "Module 1 is taught more than once; every module stands once on the agenda."),
            .fault(.course, 23, "The minutes of breaks add up to 0, not 10."),
            .fault(.course, 23, "The minutes of contact add up to 40, not 30."),
            .fault(.course, 27, "Module 1 takes 30 minutes, but the agenda gives it 10.")
        ),
        Slip(
            "an agenda line of no kind",
            in: .course,
            "break: Rest",
            "brake: Rest",
            .fault(
                .course,
                27,
                "\"brake\" is not a known key of agenda 3. Known are at, minutes, module, break, survey, title."
            ),
            .fault(.course, 27, "A line of the agenda is one of module, break or survey.")
        ),
        Slip(
            "after before before",
            in: .course,
            "survey: pre, title: Before",
            "survey: post, title: Before",
            .fault(.course, 21, "The survey \"post\" stands before teaching has ended.")
        ),
        Slip(
            "a wave the survey lacks",
            in: .course,
            "survey: post, title",
            "survey: followup-9, title",
            .fault(.course, 28, "The survey \"taste\" has no wave followup-9.")
        ),
        Slip(
            "a wave that is none",
            in: .course,
            "survey: post, title",
            "survey: later, title",
            .fault(
                .course,
                28,
                "\"later\" is not a wave; booking, pre, post, followup or followup-N (N months) is expected."
            )
        ),
        Slip(
            "a survey on the agenda of a course without one",
            in: .course,
            "survey: taste\n",
            "",
            .fault(.course, 24, "The agenda has a survey, but the course names none; add \"survey:\" with its code."),
            .fault(.course, 27, "The agenda has a survey, but the course names none; add \"survey:\" with its code.")
        ),
        Slip(
            "minutes below one",
            in: .course,
            "minutes: 10, break",
            "minutes: 0, break",
            .fault(.course, 27, "minutes is \"0\"; a whole number from 1 to 480 is expected.")
        ),
        Slip(
            "a scalar for a list",
            in: .course,
            "outcomes: [T1]",
            "outcomes: T1",
            .fault(.course, 11, "No module teaches the outcome T1."),
            .fault(.course, 16, "outcomes should be a list (lines that begin with \"- \", or [a, b]).")
        ),
    ]
}
