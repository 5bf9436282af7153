/// The smallest course material without a fault: one course of one module, one session, one survey, one card.
enum MadeUpMaterial {
    enum File: String, Sendable {
        case course = "CourseMaterial/courses/tea/course.yaml"
        case plan = "CourseMaterial/courses/tea/modules/01-pour.md"
        case scene = "CourseMaterial/courses/tea/role-plays/queue.yaml"
        case survey = "CourseMaterial/surveys/taste.yaml"
        case card = "CourseMaterial/cards/kettle.yaml"
        case session = "CourseMaterial/awareness/tasting/course.yaml"
        case sessionPlan = "CourseMaterial/awareness/tasting/modules/01-taste.md"
        case rules = "CourseMaterial/safety-rules.yaml"
    }

    static let files: [File: String] = [
        .course: """
        code: tea
        version: 1
        title: Making tea
        audience: Everybody who is thirsty.
        summary: A made-up course.
        minimum_age: 18
        group: {smallest: 2, largest: 8, second_trainer_above: 4}
        survey: taste
        certificate: {contact_percent: 80, required_modules: [1], refresh_years: 3}
        outcomes:
          - {code: T1, text: pour without spilling}
        modules:
          - number: 1
            title: Pour
            minutes: 30
            outcomes: [T1]
            safety_critical: yes
            plan: modules/01-pour.md
            role_plays: [queue]
        sittings:
          - title: The hour
            starts: "10:00"
            totals: {contact: 30, breaks: 10, surveys: 15}
            agenda:
              - {at: "10:00", minutes: 10, survey: pre, title: Before}
              - {at: "10:10", minutes: 30, module: 1}
              - {at: "10:40", minutes: 10, break: Rest}
              - {at: "10:50", minutes: 5, survey: post, title: After}

        """,
        .plan: """
        # 1. Pour

        ## Aim

        A full cup.

        ## You need

        - A kettle

        ## Timing

        | Minutes | What happens |
        |---|---|
        | 0-10 | Look |
        | 10-30 | Pour |

        ## Session

        > Slowly.

        ## Debrief

        - What did you spill?

        """,
        .scene: """
        code: queue
        title: The queue
        audience: Everybody
        setting: A queue for tea.
        minutes: 3
        speaker: You are first.
        other: You are not.
        watcher: You watch.
        stop_rule: Anyone may say "stop".
        out_of_role: Say your own name.
        debrief:
          - What did you see?

        """,
        .survey: """
        code: taste
        version: 1
        title: Taste
        validity: Validity not yet shown.
        introduction: Two minutes.
        languages: [en-GB]
        cannot_say: Cannot say
        sections:
          - code: A
            title: Liking
            question: How much do you like ...?
            scale: {from: 0, to: 10, anchors: {0: not, 5: so so, 10: very much}}
            items:
              - {code: A1, text: green tea}
              - {code: A2, text: black tea}
          - code: C
            title: Safety
            items:
              - code: C1
                text: The kettle boils
                forms:
                  - code: a
                    story: The lid is loose.
                    options:
                      - {code: touch, text: Touch it}
                      - {code: wait, text: Wait, right: yes}
                  - code: b
                    story: The cup is full.
                    options:
                      - {code: wait, text: Wait, right: yes}
                      - {code: touch, text: Touch it}
          - code: F
            title: Use
            items:
              - {code: F1, text: Did you spill?, yes_no: yes}
              - code: F2
                text: Was anyone hurt?
                choice:
                  - {code: "no", text: "No"}
                  - {code: me, text: Me}
                only_if: {item: F1, any_of: ["yes"]}
                alert: {reader: safeguarding, any_of: [me]}
        scales:
          - {name: liking, title: Liking, items: [A], minimum_answered: 2}
        waves:
          - wave: pre
            title: Before
            asks: [A, C]
            opens: {from: first-sitting}
            due: {from: first-sitting}
            closes: {from: first-sitting}
          - wave: post
            title: After
            asks: [A, C, F]
            opens: {from: last-sitting}
            due: {from: last-sitting}
            closes: {from: last-sitting, days: 3}

        """,
        .card: """
        code: kettle
        title: Kettle
        audience: Everybody
        sides:
          - heading: Hot
            lines:
              - "Burnt badly: 999"

        """,
        .session: """
        code: tasting
        version: 1
        title: Tasting
        audience: Everybody
        summary: A made-up session.
        group: {smallest: 2, largest: 80}
        outcomes: [{code: S1, text: tell tea from coffee}]
        modules:
          - {number: 1, title: Taste, minutes: 20, outcomes: [S1], plan: modules/01-taste.md}
        sittings:
          - title: The session
            starts: "10:00"
            totals: {contact: 20, breaks: 0, surveys: 0}
            agenda:
              - {at: "10:00", minutes: 20, module: 1}

        """,
        .sessionPlan: """
        # 1. Taste
        ## Aim
        Taste.
        ## You need
        - Tea
        ## Timing
        | 0-20 | Taste |
        ## Session
        > Taste.
        ## Debrief
        - What was it?

        """,
        .rules: """
        rules:
          - Your safety comes first.

        """,
    ]
}
