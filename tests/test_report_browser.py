"""The report in a real browser: it says nothing to the console, fits every window, can be read by everybody, and prints.

TCSG_AXE names the axe.min.js of npm's axe-core; TCSG_SHOTS a folder that the pictures are kept in.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import AXE, CHROMIUM, DRIVER, Browser, opened
from payloads import hostile_folder
from years import TODAY, files

from conftest import Build, Run

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no Chromium with its driver here; in Debian: chromium chromium-driver"),
]
WINDOWS = [(width, shade) for width in (375, 800, 1400) for shade in ("light", "dark")]
TELLTALE = "window.tcsgBoom = () => { window.tcsgFell = true }"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as found:
        yield found


def page(build: Build, tcsg: Run, told: dict[str, str], today: str = TODAY) -> Path:
    root = build(told)
    assert tcsg("report", "--today", today, "-o", "report.html", "--charts", "charts", cwd=root).code == 0
    return root / "report.html"


@pytest.fixture
def report(workspace: Build, tcsg: Run) -> Path:
    return page(workspace, tcsg, files())


@pytest.mark.parametrize(("width", "shade"), WINDOWS)
def test_the_page_fits_its_window_and_is_silent(browser: Browser, report: Path, width: int, shade: str, tmp_path: Path) -> None:
    browser.look(report, width, shade=shade)
    assert browser.console() == []
    assert browser.run("return document.documentElement.scrollWidth") <= width
    wide = "return [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML)"
    assert browser.run(wide) == []
    small = "return Math.min(...[...document.querySelectorAll('p, li, td, th, dt, svg text')].map(e => parseFloat(getComputedStyle(e).fontSize)))"
    assert browser.run(small) >= 12.5
    dark = browser.run("return getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 26)"
    assert dark == (shade == "dark")
    shots = Path(os.environ.get("TCSG_SHOTS") or tmp_path)
    browser.shot(shots / f"report-{width}-{shade}.png", whole=True)
    assert (shots / f"report-{width}-{shade}.png").stat().st_size > 20_000


@pytest.mark.parametrize(("width", "shade"), WINDOWS)
@pytest.mark.skipif(not AXE, reason="no axe: `npm install axe-core` anywhere, and TCSG_AXE=…/axe-core/axe.min.js")
def test_axe_finds_no_violation(browser: Browser, report: Path, width: int, shade: str) -> None:
    assert AXE is not None
    browser.look(report, width, shade=shade)
    browser.run("document.querySelectorAll('details').forEach(d => { d.open = true })")
    browser.run(Path(AXE).read_text(encoding="utf-8") + "; window.axe = axe")
    found = browser.wait_for("const done = arguments[0]; axe.run().then(r => done([r.passes.length, r.violations, r.incomplete]))")
    passes, violations, _ = found
    assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in violations] == []
    assert passes > 15


def test_no_text_becomes_a_script(browser: Browser, workspace: Build, tcsg: Run) -> None:
    hostile = page(workspace, tcsg, hostile_folder(), "2031-03-01")
    script = browser.devtools("Page.addScriptToEvaluateOnNewDocument", source=TELLTALE)["identifier"]
    try:
        for file in (hostile, *sorted((hostile.parent / "charts").iterdir())):
            browser.look(file)
            assert browser.console() == []
            assert browser.run("return typeof window.tcsgBoom") == "function"
            assert browser.run("return window.tcsgFell") is None
            assert browser.run("return performance.getEntriesByType('resource').map(e => e.name)") == []
            strange = "return document.querySelectorAll('script, iframe, img, object, embed, form, input, base, [onerror], [onload], [style]').length"
            assert browser.run(strange) == 0
        browser.look(hostile)
        assert browser.run("return document.body.textContent.includes('<script>tcsgBoom()</script>')")
    finally:
        browser.devtools("Page.removeScriptToEvaluateOnNewDocument", identifier=script)


def test_an_inline_script_would_not_run(browser: Browser, report: Path) -> None:
    forged = report.with_name("forged.html")
    forged.write_text(report.read_text(encoding="utf-8").replace("<main", "<script>window.ran = true</script><main"), encoding="utf-8")
    browser.look(forged)
    assert browser.run("return window.ran") is None
    assert any("Content Security Policy" in said for said in browser.console())


def test_it_is_read_with_the_keyboard(browser: Browser, report: Path) -> None:
    browser.look(report, 800)
    reached = []
    for _ in range(30):
        for kind in ("keyDown", "keyUp"):
            browser.devtools("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        reached.append(browser.run("const e = document.activeElement; return e.tagName + ' ' + (e.getAttribute('href') || '')"))
    assert reached[0] == "A #main"
    assert {"A #overdue", "A #threads", "SUMMARY "} <= set(reached)
    assert browser.run("return getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_it_prints(browser: Browser, report: Path, tmp_path: Path) -> None:
    browser.look(report, 1400, shade="dark")
    data = browser.printed()
    shots = Path(os.environ.get("TCSG_SHOTS") or tmp_path)
    (shots / "report.pdf").write_bytes(data)
    assert data.startswith(b"%PDF-")
    assert 3 <= data.count(b"/Type /Page\n") + data.count(b"/Type/Page\n") <= 8
    browser.devtools("Emulation.setEmulatedMedia", media="print", features=[])
    assert browser.run("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert browser.run("return getComputedStyle(document.querySelector('nav')).display") == "none"
