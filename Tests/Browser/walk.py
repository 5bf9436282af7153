"""Walks the first three minutes on a running demonstration, by keyboard where it matters, and checks every page.

Usage: walk.py BINARY [CHROMIUM]. Exits 1 when a step fails, a page has an accessibility violation (axe, WCAG 2.2 A and AA),
is wider than a phone, or reports an error to the browser's console.
"""
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
        database = os.path.join(self.folder, "demo.sqlite")
        made = subprocess.run([self.binary, "demo", "--database", database], capture_output=True, text=True, check=True)
        self.full = re.search(r"Run (\d+) is full and (\w+) people wait", made.stdout)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.site = subprocess.Popen(
            [self.binary, "serve", "--database", database, "--port", str(self.port)], stdout=subprocess.PIPE, text=True
        )
        self.links = {}
        for line in self.site.stdout:
            found = re.search(r"^\s*(Book|Trainer|Evaluator|Planner)\b.*?(http\S+)", line)
            if found:
                self.links[found[1].lower()] = found[2]
            if len(self.links) == 4:
                return self
        raise SystemExit("The site ended before it printed its four links.")

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
    page.wait_for_url("**/staff/**")


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
    page.get_by_role("link", name="key from paper").first.click()
    checks.page(page, "keying from paper")
    for path in ["/staff/runs", "/staff/awareness", "/staff/runs/999999", "/staff/evaluation"]:
        page.goto(base + path)
        checks.page(page, path)


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
    """2:00. One figure, one sentence, n of N, who is missing."""
    sign_in(page, checks, demonstration.links["evaluator"])
    figure = page.locator(".figure img")
    assert figure.evaluate("image => image.complete && image.naturalWidth > 100"), "the figure was not drawn"
    assert len(figure.get_attribute("alt") or "") > 40, "the figure has no description"
    expect(page.locator("figcaption")).to_contain_text(re.compile(r"\d+ of \d+"))
    expect(page.get_by_text("2 of 10 Survey after the course")).to_be_visible()
    checks.page(page, "evaluation")
    page.goto(page.url.replace("evaluation", "programmes"))
    checks.page(page, "programmes")


def plan(page: Page, checks: Checks, demonstration: Demonstration):
    """2:40. At most so much is expected, no less than so much could be seen."""
    sign_in(page, checks, demonstration.links["planner"])
    expect(page.locator(".finding").first).to_contain_text("450 people across 14 areas")
    expect(page.locator(".finding").first).to_contain_text("0.8 %")
    checks.page(page, "planner")
    page.get_by_label("People trained").fill("4500")
    page.get_by_role("button", name="Reckon again").click()
    expect(page.locator(".finding").first).to_contain_text("4,500 people")
    page.get_by_label("People trained").fill("many")
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
    page.goto(demonstration.links["trainer"])
    page.get_by_role("button", name="Sign me in").click()
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
        walk = [book, register, findings, plan, others]
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
