"""Walks the first three minutes on a running demonstration, by keyboard where it matters, and checks every page.

Usage: walk.py BINARY [CHROMIUM]. Exits 1 when a step fails, a page has an accessibility violation (axe, WCAG 2.2 A and AA),
is wider than a phone, or reports an error to the browser's console.
"""
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect, sync_playwright

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
NAME = "نازیہ حسن"


class Demonstration:
    """A demonstration in a folder of its own, served on a free port until the end of the block."""

    def __init__(self, binary: str):
        self.binary = os.path.abspath(binary)

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="commonground-browser-")
        self.database = os.path.join(self.folder, "demo.sqlite")
        self.full = re.search(r"Run (\d+) is full and (\w+) people wait", self.terminal("demo"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.site = subprocess.Popen(
            [self.binary, "serve", "--database", self.database, "--port", str(self.port)], stdout=subprocess.PIPE, text=True
        )
        self.links = {}
        for line in self.site.stdout:
            found = re.search(r"^\s*(Book|Trainer|Evaluator|Planner)\b.*?(http\S+)", line)
            if found:
                self.links[found[1].lower()] = found[2]
            if len(self.links) == 4:
                return self
        raise SystemExit("The site ended before it printed its four links.")

    def terminal(self, *words: str) -> str:
        """What a verb prints."""
        command = [self.binary, *words, "--database", self.database]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def way_in(self, role: str) -> str:
        """A one-time link for the first account of a role, to the staff's first page."""
        accounts = json.loads(self.terminal("accounts", "list", "--format", "json"))
        email = next(account["email"] for account in accounts if account["role"] == role)
        token = re.search(r"/sign-in/(\w+)", self.terminal("accounts", "link", email))[1]
        return self.links["book"].replace("/courses", f"/sign-in/{token}?next=/staff")

    def follow_up(self) -> str:
        """The survey link of somebody who is asked three months after a course and has not answered."""
        for run in reversed(json.loads(self.terminal("runs", "list", "--state", "held", "--format", "json"))):
            flow = json.loads(self.terminal("surveys", "flow", str(run["run"]), "--format", "json"))
            counts = next((wave["counts"] for wave in flow if wave["wave"] == "followup-3"), {})
            if not counts.get("due"):
                continue
            for link in json.loads(self.terminal("surveys", "links", str(run["run"]), "--format", "json")):
                shown = json.loads(self.terminal("surveys", "show", link["reference"], "followup-3", "--format", "json"))
                if not shown["answers"]:
                    path = link["link"].split("/surveys/")[1]
                    return self.links["book"].replace("/courses", f"/surveys/{path}?wave=followup-3")
        raise SystemExit("Nobody is asked three months after a course.")

    def __exit__(self, *_):
        self.site.send_signal(signal.SIGTERM)
        try:
            code = self.site.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.site.kill()
            code = "a kill after 20 seconds"
        shutil.rmtree(self.folder, ignore_errors=True)
        if code != 0:
            raise SystemExit(f"The site did not stop cleanly on SIGTERM: it ended with {code}.")


class Checks:
    """What is wrong, page by page."""

    def __init__(self):
        self.axe = Axe()
        self.faults: list[str] = []
        self.pages = 0

    def page(self, page: Page, name: str):
        self.pages += 1
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > page.viewport_size["width"]:
            self.faults.append(f"{name}: {width} px wide in a window of {page.viewport_size['width']} px")
        for violation in self.axe.run(page, options=RULES).response["violations"]:
            places = "; ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:4])
            self.faults.append(f"{name}: {violation['id']} ({violation['help']}) at {places}")

    def watch(self, page: Page):
        page.on("console", lambda message: message.type == "error" and self.console(page, message.text))
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: script error {error}"))

    def console(self, page: Page, text: str):
        # A page that says "not found" or "not allowed" on purpose is an error to the console only.
        if not re.search(r"status of (403|404|422)", text):
            self.faults.append(f"{page.url}: console error {text}")


def book(page: Page, checks: Checks, demonstration: Demonstration):
    """0:00. Find a course, book under an Urdu name, see it drawn; the next person waits."""
    page.goto(demonstration.links["book"].replace("/courses", "/"))
    checks.page(page, "home")
    page.get_by_role("button", name="Find a course").click()
    checks.page(page, "courses")
    page.get_by_role("listitem").filter(has_text="free place").get_by_role("link").first.click()
    checks.page(page, "course")
    page.get_by_role("button", name="Book my place").click()
    expect(page.get_by_role("alert")).to_contain_text("The name is empty")
    checks.page(page, "course with an error")
    page.get_by_label("Your name", exact=True).fill(NAME)
    page.get_by_label("Language of the name").select_option("ur")
    page.get_by_label("You may ask me three short surveys").check()
    page.get_by_role("button", name="Book my place").click()
    expect(page.get_by_role("heading", name="You have a place")).to_be_visible()
    drawn = page.get_by_role("img", name=NAME)
    assert drawn.evaluate("image => image.complete && image.naturalWidth > 50"), "the name was not drawn"
    assert page.locator("bdi[lang=ur]", has_text=NAME).count() > 0
    checks.page(page, "booking")
    private = page.locator(".private-link a").inner_text()
    page.get_by_role("link", name="open until").click()
    checks.page(page, "survey")
    page.locator("#A1-8").check()
    page.get_by_role("button", name="Save my answers").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    checks.page(page, "survey saved")
    page.goto(private)
    page.get_by_role("link", name="Cancel this booking").click()
    checks.page(page, "cancel")
    page.get_by_role("button", name="Give up this place").click()
    expect(page.get_by_role("heading", name="This booking is cancelled")).to_be_visible()
    checks.page(page, "booking cancelled")

    page.goto(f"{demonstration.links['book']}/{demonstration.full[1]}")
    checks.page(page, "full course")
    page.get_by_label("Your name", exact=True).fill("Wilhelmina Waiting")
    page.get_by_role("button", name="Join the waiting list").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You are third of three waiting")
    checks.page(page, "waiting")


def sign_in(page: Page, checks: Checks, link: str):
    page.goto(link)
    checks.page(page, "one-time link")
    page.get_by_role("button", name="Sign me in").press("Enter")
    page.wait_for_url(re.compile(r"/staff(/|$)"))


def register(page: Page, checks: Checks, demonstration: Demonstration):
    """1:00. Mark everybody, one late, one at the door, by keyboard alone, and issue."""
    sign_in(page, checks, demonstration.links["trainer"])
    checks.page(page, "register")
    rows = page.locator("[data-row]")
    count = rows.count()
    page.keyboard.press("p")
    expect(rows.nth(0).locator("[data-status]")).to_have_text("present ✓")
    page.keyboard.press("l")
    page.keyboard.type("10")
    page.keyboard.press("Enter")
    expect(rows.nth(1).locator("[data-status]")).to_have_text("late, 10 min ✓")
    for _ in range(2, count):
        page.keyboard.press("p")
    expect(page.locator("#register-count")).to_contain_text(f"{count - 1} present, 1 late or left early, 0 absent, 0 not")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("a")
    expect(page.locator("#register-count")).to_contain_text("1 absent")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("p")
    name = page.get_by_label("Name", exact=True)
    for _ in range(40):
        if name.evaluate("field => field === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.type("Wanda Walk-in")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Added at the door")).to_be_visible()
    checks.page(page, "register with a walk-in")
    page.reload()
    assert rows.count() == count + 1
    page.get_by_role("button", name="Issue certificates").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("certificates? issued now"))).to_be_visible()
    checks.page(page, "certificates issued")
    file = page.locator(".issued a").first.get_attribute("href")
    answer = page.request.get(page.url.split("/staff")[0] + file)
    assert answer.ok and answer.body().startswith(b"%PDF-"), "the certificate is no PDF"
    page.locator(".issued a code").first.click()
    expect(page.get_by_role("heading", name="This certificate is valid")).to_be_visible()
    checks.page(page, "verified")
    correct_name(page, checks, demonstration.links["trainer"])
    base = demonstration.links["book"].replace("/courses", "")
    page.goto(base + "/staff")
    checks.page(page, "today")
    page.get_by_role("link", name="Surveys").first.click()
    checks.page(page, "surveys of a run")
    for path in ["/staff/runs", "/staff/awareness", "/staff/runs/999999", "/staff/evaluation"]:
        page.goto(base + path)
        checks.page(page, path)


def key_sheets(page: Page, checks: Checks, demonstration: Demonstration):
    """Paper by number keys, the next sheet by itself; a second keying, and what differs settled."""
    sign_in(page, checks, demonstration.way_in("trainer"))
    base = page.url.split("/staff")[0]
    held = json.loads(demonstration.terminal("runs", "list", "--state", "held", "--format", "json"))[-1]["run"]
    page.goto(f"{base}/staff/runs/{held}/surveys")
    checks.page(page, "surveys of yesterday's run")
    pile = page.locator(".key-piles li").filter(has_text="After")
    pile.get_by_role("link", name="Key sheets").click()
    checks.page(page, "keying a sheet")
    expect(page.locator("#A1")).to_be_focused()
    first = page.url
    for key in "7x+":
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    expect(page.locator("#A5")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("8")
    page.keyboard.press("9")
    expect(page.locator("#A6")).to_be_focused()
    page.keyboard.press("Backspace")
    expect(page.locator("#A5")).to_be_focused()
    keyed = [page.locator(f"#A{number}").input_value() for number in range(1, 7)]
    assert keyed == ["7", "x", "10", "8", "9", ""], keyed
    expect(page.locator("#keying-count")).to_contain_text("5 of 16 keyed")
    page.locator("#C1").focus()
    page.keyboard.press("9")  # There is no ninth answer.
    expect(page.locator("#C1")).to_have_value("")
    page.keyboard.press("2")
    expect(page.locator("#C2")).to_be_focused()
    for key in ["1", "9", "1", "5", "6"]:
        page.keyboard.press(key)
    expect(page.locator("#keying-next")).to_be_focused()
    checks.page(page, "a sheet keyed")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: address != first)
    expect(page.get_by_role("status").filter(has_text="is saved")).to_be_visible()
    expect(page.locator("#A1")).to_be_focused()
    held_back = []
    page.route("**/scripts/keying-*", lambda route: held_back.append(route))
    page.goto(page.url, wait_until="commit")
    expect(page.locator("#A1")).to_be_focused()
    page.keyboard.type("75")  # Faster than the script comes.
    held_back[0].continue_()
    expect(page.locator("#A3")).to_be_focused()
    assert [page.locator(f"#A{number}").input_value() for number in (1, 2)] == ["7", "5"], "keys were lost"
    page.unroute("**/scripts/keying-*")
    page.get_by_role("button", name="Save and stop").click()
    page.goto(first)
    expect(page.locator("#A1")).to_have_value("7")
    page.locator("#A1").focus()
    page.keyboard.press("1")
    page.get_by_label("Why is it corrected?").fill("Read 1 as 7.")
    page.get_by_role("button", name="Save the correction").click()
    expect(page.get_by_role("status").filter(has_text="is corrected")).to_be_visible()
    page.goto(first)
    expect(page.get_by_role("row", name="A1 7 1")).to_be_visible()
    checks.page(page, "a sheet corrected")
    page.goto(f"{base}/staff/runs/{held}/surveys")
    page.get_by_role("link", name="Key a second time").first.click()
    expect(page.locator("#A1")).to_have_value("")
    checks.page(page, "keying a second time")
    for key in "0123456789":
        page.keyboard.press(key)
    page.get_by_role("button", name="Save and stop").click()
    expect(page.get_by_role("status").filter(has_text="second keying is saved")).to_be_visible()
    page.get_by_role("link", name="to settle").first.click()
    checks.page(page, "disagreements")
    open_ones = page.locator(".disagreement")
    count = open_ones.count()
    open_ones.first.get_by_role("radio").nth(1).check()
    open_ones.first.get_by_label("Why").fill("The sheet says so.")
    open_ones.first.get_by_role("button", name="Settle").click()
    expect(open_ones).to_have_count(count - 1)
    expect(page.get_by_role("cell", name="The sheet says so.")).to_be_visible()


def fill_survey(page: Page, checks: Checks, demonstration: Demonstration):
    """A survey on a phone: two rows of large buttons, every answer kept at once, questions that come and go, help offered."""
    link = demonstration.follow_up()
    page.goto(link)
    checks.page(page, "follow-up survey")
    points = page.locator("fieldset[data-item=A1] .point")
    assert points.count() == 11
    boxes = [point.bounding_box() for point in points.all()]
    assert all(box["height"] >= 44 and box["width"] >= 44 for box in boxes), boxes
    rows = len({round(box["y"]) for box in boxes})
    assert rows == (2 if page.viewport_size["width"] < 600 else 1), f"{rows} rows of buttons"
    page.locator("#A1-8").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#A1-9")).to_be_checked()
    expect(page.locator("#survey-state")).to_have_text("saved ✓")
    expect(page.locator("#survey-words")).to_contain_text("1 of ")
    expect(page.locator("fieldset[data-item=F5]")).to_be_hidden()
    page.get_by_role("group", name="Did you face a situation like those we practised?").get_by_label("Yes").check()
    expect(page.locator("fieldset[data-item=F5]")).to_be_visible()
    page.locator("fieldset[data-item=F6]").get_by_label("Yes, me", exact=True).check()
    page.locator("fieldset[data-item=F6-contact]").get_by_label("Yes").check()
    expect(page.locator("#survey-state")).to_have_text("saved ✓")
    page.wait_for_timeout(1600)
    page.reload()
    expect(page.locator("#A1-9")).to_be_checked()
    checks.page(page, "follow-up survey, half filled in")
    page.get_by_role("button", name="Save my answers").click()
    expect(page.get_by_role("heading", name="You are not alone with it")).to_be_visible()
    expect(page.get_by_text("Our safeguarding lead is told")).to_be_visible()
    checks.page(page, "follow-up survey saved, with help offered")


def correct_name(page: Page, checks: Checks, link: str):
    """Every name is drawn; one is mended, and its certificate is issued again."""
    page.goto(link.split("/sign-in")[0] + link.split("next=")[1])
    drawn = page.locator(".row-name img")
    for image in drawn.all():
        image.scroll_into_view_if_needed()
        expect(image).to_have_js_property("complete", True)
        assert image.evaluate("image => image.naturalWidth > 30"), "a name was not drawn"
    drawn.last.locator("xpath=..").get_by_role("link").click()
    checks.page(page, "attendee")
    page.get_by_label("Name", exact=True).fill("Łucja Ōkawa")
    page.get_by_role("button", name="Save the name").click()
    expect(page.get_by_role("status").filter(has_text="The name is saved")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Łucja Ōkawa")
    expect(page.get_by_text("2, issued")).to_be_visible()
    checks.page(page, "attendee with another name")


def findings(page: Page, checks: Checks, demonstration: Demonstration):
    """2:00. The figures with their tables, one sentence, n of N, who is missing."""
    sign_in(page, checks, demonstration.links["evaluator"])
    figures = page.locator(".figure img").all()
    assert len(figures) >= 4, "a figure is missing"
    for figure in figures:
        figure.scroll_into_view_if_needed()
        assert figure.evaluate("image => image.complete && image.naturalWidth > 100"), "a figure was not drawn"
        assert len(figure.get_attribute("alt") or "") > 40, "a figure has no description"
    for summary in page.locator(".figure summary").all():
        summary.click()
    expect(page.locator(".figure caption").first).to_be_visible()
    expect(page.locator("main")).to_contain_text(re.compile(r"\d+ of \d+ people who attended answered both times"))
    expect(page.get_by_text("2 of 10 Survey after the course")).to_be_visible()
    checks.page(page, "evaluation")
    staff = page.url.split("/evaluation")[0]
    page.get_by_role("link", name="Month by month").click()
    checks.page(page, "calls")
    page.get_by_label("Method").select_option("its")
    page.get_by_label("First month with courses").fill("2025-12")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".verdict")).to_be_visible()
    checks.page(page, "calls by another design")
    page.goto(staff + "/programmes")
    checks.page(page, "programmes")


def plan(page: Page, checks: Checks, demonstration: Demonstration):
    """2:40. At most so much is expected, no less than so much could be seen."""
    sign_in(page, checks, demonstration.links["planner"])
    expect(page.locator(".finding").first).to_contain_text("450 people across 14 areas")
    expect(page.locator(".finding").first).to_contain_text("0.8 %")
    checks.page(page, "planner")
    page.get_by_role("textbox", name="People trained").fill("4500")
    page.get_by_role("button", name="Reckon again").click()
    expect(page.locator(".finding").first).to_contain_text("4,500 people")
    page.get_by_role("textbox", name="People trained").fill("many")
    page.get_by_role("button", name="Reckon again").click()
    expect(page.get_by_role("alert")).to_contain_text("is not a number")
    checks.page(page, "planner with an error")
    page.goto(page.url.split("/staff")[0] + f"/staff/runs/{demonstration.full[1]}")
    checks.page(page, "run")


def others(page: Page, checks: Checks, demonstration: Demonstration):
    base = demonstration.links["book"].replace("/courses", "")
    for path in ["/verify", "/verify/CG-0000", "/verify/key", "/privacy", "/accessibility", "/sign-in", "/nothing-here"]:
        page.goto(base + path)
        checks.page(page, path)
    assert page.request.get(base + "/metrics").ok
    assert page.request.get(base + "/health").text() == "ok\n"


def without_script(page: Page, checks: Checks, demonstration: Demonstration):
    """The same by buttons, in a browser that runs no script."""
    page.goto(demonstration.links["book"])
    page.get_by_role("listitem").filter(has_text="free place").get_by_role("link").first.click()
    page.get_by_label("Your name", exact=True).fill(NAME)
    page.get_by_role("button", name="Book my place").click()
    expect(page.get_by_role("heading", name="You have a place")).to_be_visible()
    page.goto(demonstration.follow_up())
    page.locator("#A1-11").check()
    page.get_by_role("button", name="Save and go on").first.click()
    assert page.url.endswith("#part-B"), page.url
    expect(page.locator("#A1-11")).to_be_checked()
    expect(page.locator("fieldset[data-item=F5]")).to_contain_text("Only if you answered")
    page.goto(demonstration.links["trainer"])
    page.get_by_role("button", name="Sign me in").click()
    held = json.loads(demonstration.terminal("runs", "list", "--state", "held", "--format", "json"))[-1]["run"]
    here = page.url
    page.goto(f"{here.split('/staff')[0]}/staff/runs/{held}/surveys")
    page.locator(".key-piles li").filter(has_text="After").get_by_role("link", name="Key sheets").click()
    page.locator("#A1").fill("7")
    page.get_by_role("button", name="Save and stop").click()
    expect(page.get_by_role("status").filter(has_text="The answers are saved")).to_be_visible()
    page.goto(here)
    page.get_by_role("button", name="Mark all present").click()
    expect(page.get_by_role("status").filter(has_text="The register is saved")).to_be_visible()
    row = page.locator("[data-row]").nth(1)
    row.get_by_role("radio", name="Late", exact=True).check()
    row.get_by_label("min late").fill("10")
    page.get_by_role("button", name="Save the register").click()
    expect(page.locator("#register-count")).to_contain_text("1 late or left early, 0 absent, 0 not recorded")
    page.get_by_role("button", name="Issue certificates").click()
    expect(page.get_by_role("heading", name=re.compile("certificates? issued now"))).to_be_visible()


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    chromium = sys.argv[2] if len(sys.argv) > 2 else shutil.which("chromium") or shutil.which("chromium-browser")
    checks = Checks()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        walk = [book, register, findings, key_sheets, fill_survey, plan, others]
        for width, scheme, steps in [(1280, "light", walk), (320, "dark", walk), (1280, "light", [without_script])]:
            with Demonstration(sys.argv[1]) as demonstration:
                for step in steps:
                    window = browser.new_context(
                        viewport={"width": width, "height": 800},
                        color_scheme=scheme,
                        locale="en-GB",
                        java_script_enabled=step is not without_script,
                    )
                    window.set_default_timeout(10_000)
                    page = window.new_page()
                    checks.watch(page)
                    try:
                        step(page, checks, demonstration)
                    except Exception as fault:  # the other steps are worth a look all the same
                        checks.faults.append(f"{step.__name__} at {width} px, {page.url}: {str(fault).strip()[:900]}")
                    window.close()
        browser.close()
    for fault in sorted(set(checks.faults)):
        print(fault, file=sys.stderr)
    print(f"{checks.pages} pages looked at, {len(set(checks.faults))} faults.")
    return 1 if checks.faults else 0


if __name__ == "__main__":
    sys.exit(main())
