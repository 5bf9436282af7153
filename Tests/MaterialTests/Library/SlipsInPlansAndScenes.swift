import Material

extension Slip {
    static let inPlansAndScenes: [Slip] = [
        Slip(
            "another title than the module's",
            in: .plan,
            "# 1. Pour",
            "# 1. Pouring",
            .fault(.plan, 1, "The plan should begin with the heading \"# 1. Pour\".")
        ),
        Slip(
            "a heading left out",
            in: .plan,
            "## Debrief",
            "## Talk",
            .fault(.plan, 1, "The plan has no heading \"## Debrief\".")
        ),
        Slip(
            "a heading with nothing below",
            in: .plan,
            "A full cup.",
            "",
            .fault(.plan, 3, "Nothing stands under \"## Aim\".")
        ),
        Slip(
            "headings out of order",
            in: .plan,
            "## Aim",
            "## Debrief\n\nTalk.\n\n## Aim",
            .fault(.plan, 7, "\"## Aim\" should stand before \"## Debrief\".")
        ),
        Slip(
            "nothing to read aloud",
            in: .plan,
            "> Slowly.",
            "Slowly.",
            .fault(.plan, 18, "\"## Session\" has no words to read aloud (lines that begin with \">\").")
        ),
        Slip(
            "a gap in the timing",
            in: .plan,
            "| 10-30 |",
            "| 12-30 |",
            .fault(.plan, 16, "This step begins at minute 12, but the one before ends at 10.")
        ),
        Slip(
            "timing too short",
            in: .plan,
            "| 10-30 |",
            "| 10-25 |",
            .fault(.plan, 11, "The timing ends at minute 25, but module 1 takes 30 minutes.")
        ),
        Slip(
            "timing in words",
            in: .plan,
            "| 10-30 |",
            "| 10 to 30 |",
            .fault(.plan, 11, "The timing ends at minute 10, but module 1 takes 30 minutes."),
            .fault(.plan, 16, "\"10 to 30\" is not a stretch of minutes like 5-15.")
        ),
        Slip(
            "a role play in a plan without stop rule",
            in: .plan,
            "> Slowly.",
            "> Slowly.\n\n### A role play at the bar\n\nTwo people.",
            .fault(.plan, 22, "\"A role play at the bar\" has no stop rule; write a line that begins \"Stop rule:\".")
        ),
        Slip(
            "a scene without stop rule",
            in: .scene,
            "stop_rule: Anyone may say \"stop\".\n",
            "",
            .fault(.scene, 1, "The scene has no stop rule; write \"stop_rule:\" with what ends it at once.")
        ),
        Slip(
            "a stop rule that stops nothing",
            in: .scene,
            "Anyone may say \"stop\".",
            "Be careful.",
            .fault(
                .scene,
                9,
                "The stop rule does not contain the word \"stop\", which everybody must know ends the scene."
            )
        ),
        Slip(
            "a scene without watcher",
            in: .scene,
            "watcher: You watch.\n",
            "",
            .fault(.scene, 1, "\"watcher\" is missing from the file.")
        ),
        Slip(
            "a scene too long",
            in: .scene,
            "minutes: 3",
            "minutes: 30",
            .fault(.scene, 5, "minutes is \"30\"; a whole number from 1 to 20 is expected.")
        ),
        Slip(
            "another code than the file's",
            in: .scene,
            "code: queue",
            "code: cue",
            .fault(.scene, 1, "The scene's code is \"cue\", but its file is called queue.yaml.")
        ),
        Slip(
            "a scene no module uses",
            in: .course,
            "    role_plays: [queue]\n",
            "",
            .fault(.scene, nil, "No module of the course uses this file.")
        ),
    ]
}
