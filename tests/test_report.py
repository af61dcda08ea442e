"""`tcsg report`: one page, its charts, and the same figures on a terminal, as Markdown and as JSON."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from payloads import PAYLOADS, hostile_folder
from years import TODAY, files

from conftest import Build, Run
from tcsg.figures.values import Item, Knot, Thread, Weave
from tcsg.ledger.history import Mark, Point
from tcsg.model import Status
from tcsg.output.report import words
from tcsg.output.report.blocks import Part, Sentence
from tcsg.output.report.loom import Loom, slip
from tcsg.output.report.parts import SECTIONS

VOID = {"meta", "link", "br", "img", "input"}
ALLOWED = set(
    "html head meta link title style body header main footer nav section h1 h2 h3 p a ul ol li div span b small dl dt dd figure details summary "
    "table caption thead tbody tr th td svg desc text tspan rect line circle path".split()
)


class Page(HTMLParser):
    """A page as a browser takes it apart: its elements, attributes, words and links."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """All words of the page, a line an element."""
        return "\n".join(self.words)


@pytest.fixture
def society(workspace: Build, tcsg: Run) -> Path:
    root = workspace(files())
    assert tcsg("carry", "-q", "--today", TODAY, cwd=root).code == 0
    return root


def html(tcsg: Run, root: Path, *args: str) -> str:
    done = tcsg("report", "--today", TODAY, "--format", "html", *args, cwd=root)
    assert (done.code, done.err) == (0, "")
    return done.out


def figures(tcsg: Run, root: Path, *args: str) -> dict[str, object]:
    done = tcsg("report", "--today", TODAY, "--format", "json", *args, cwd=root)
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    assert isinstance(found, dict)
    return found


def test_the_page_tells_how_things_stand(society: Path, tcsg: Run) -> None:
    page = Page(html(tcsg, society))
    assert page.crossed == page.open == []
    assert set(page.tags) <= ALLOWED
    assert "Lower Field Allotment Society" in page.words
    assert "Actions on 5 August 2032" in page.words
    assert "20 meetings, the last one 20 on 27 July 2032" in page.words
    told = figures(tcsg, society)
    overdue, since = told["overdue"], told["since"]
    assert isinstance(overdue, dict)
    assert isinstance(since, dict)
    assert overdue["count"] > 2
    for action in [*overdue["actions"], *(c["action"] for c in since["changes"])]:
        assert action["id"] in page.words
        assert action["text"] in page.words
    order = [page.text.index(action["text"]) for action in overdue["actions"]]
    assert order == sorted(order)
    late = [action["days_late"] for action in overdue["actions"]]
    assert late == sorted(late, reverse=True)


def test_the_page_asks_nobody_for_anything_and_runs_nothing(society: Path, tcsg: Run) -> None:
    text = html(tcsg, society)
    page = Page(text)
    policy = next(v for _, name, v in page.attributes if name == "content" and "default-src" in v)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    assert f"default-src 'none'; style-src 'sha256-{b64encode(sha256(style[1].encode()).digest()).decode()}'" in policy
    assert "script" not in page.tags
    assert [(tag, name) for tag, name, _ in page.attributes if name.startswith("on") or name == "style"] == []
    assert {v[:1] for _, name, v in page.attributes if name in {"href", "src", "xlink:href"}} == {"#", "d"}
    assert re.findall(r"https?:|url\(|@import", text) == []


def test_everything_that_is_pointed_at_is_there_once(society: Path, tcsg: Run) -> None:
    page = Page(html(tcsg, society))
    ids = [v for _, name, v in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    pointed = {i for _, name, v in page.attributes if name == "aria-labelledby" for i in v.split()}
    pointed |= {v[1:] for tag, name, v in page.attributes if tag == "a" and name == "href"}
    assert pointed <= set(ids)
    assert len(pointed) > 20


def test_every_chart_has_a_title_and_its_data(society: Path, tcsg: Run) -> None:
    text = html(tcsg, society)
    charts = re.findall(r'<svg class="chart" role="img" aria-labelledby="[^"]+"', text)
    assert len(charts) == text.count("<title id=") == 3 + text.count('<title id="thread-')
    assert text.count("<details>") == 4
    told = figures(tcsg, society)
    ages = told["ages"]
    assert isinstance(ages, list)
    table = text.partition("<caption>Open actions by age</caption>")[2].partition("</table>")[0]
    assert re.findall(r'<td class="n">(\d+)</td>', table) == [str(n) for band in ages for n in (band["open"], band["overdue"])]


# --- the same bytes --------------------------------------------------------------------------------------------------

PLACES: list[Mapping[str, str]] = [
    {"TZ": "UTC", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2", "LC_ALL": "C", "COLUMNS": "30"},
    {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "3", "LANG": "tr_TR.UTF-8", "FORCE_COLOR": "1"},
]


def test_one_ledger_and_one_day_are_the_same_bytes_everywhere(society: Path, process: Run) -> None:
    seen = set()
    for n, env in enumerate(PLACES):
        out = society / f"out{n}"
        out.mkdir()
        for name in ("r.html", "r.md", "r.json"):
            command = ["report", "--today", TODAY, "-o", str(out / name), "--charts", str(out / "charts")]
            assert process(*command, cwd=society, env=env).code == 0
        seen.add(tuple((p.name, p.read_bytes()) for p in sorted(out.rglob("*")) if p.is_file()))
    assert len(seen) == 1
    assert [name for name, _ in next(iter(seen))] == ["ages.svg", "course.svg", "owners.svg", "threads.svg", "r.html", "r.json", "r.md"]


def test_a_ledger_that_is_behind_gives_the_same_report(society: Path, tcsg: Run) -> None:
    before = html(tcsg, society)
    (society / "minutes" / "ledger.yaml").unlink()
    assert html(tcsg, society) == before


# --- hostile words ---------------------------------------------------------------------------------------------------


def test_whatever_a_text_says_it_stays_a_text(workspace: Build, tcsg: Run) -> None:
    assert len(set(PAYLOADS)) >= 60
    root = workspace(hostile_folder())
    done = tcsg("report", "--today", "2031-03-01", "--format", "html", "--charts", str(root / "charts"), cwd=root)
    assert done.code == 0
    page = Page(done.out)
    assert page.crossed == page.open == []
    assert set(page.tags) <= ALLOWED
    assert [(tag, name) for tag, name, _ in page.attributes if name.startswith("on") or name in {"style", "srcdoc", "action"}] == []
    assert {v[:1] for _, name, v in page.attributes if name in {"href", "src", "xlink:href"}} == {"#", "d"}
    for payload in PAYLOADS:
        assert payload in page.words
    for chart in sorted((root / "charts").iterdir()):
        tree = ET.fromstring(chart.read_bytes())  # noqa: S314 - our own
        assert {e.tag.rpartition("}")[2] for e in tree.iter()} <= {"svg", "title", "desc", "style", "rect", "text", "tspan", "line", "circle", "path"}
        assert [name for e in tree.iter() for name in e.attrib if name.startswith("on") or "href" in name] == []


@pytest.mark.parametrize("form", ["md", "table", "json"])
def test_a_terminal_obeys_no_text(workspace: Build, tcsg: Run, form: str) -> None:
    text = "---\nmeeting: 1\ndate: 2031-01-02\n---\n\n## Actions\n\n- KK to ring \x1b[31mthe\x9b bell\u202e [red]now[/] <b>or</b> never\n"
    done = tcsg("report", "--today", "2031-03-01", "--format", form, cwd=workspace({"minutes/a.md": text}))
    assert done.code == 0
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", done.out) == []
    assert "KK to ring" in done.out
    assert ("\\u001b" if form == "json" else "x1b") in done.out


# --- what is asked for -----------------------------------------------------------------------------------------------


def test_the_filter_and_the_day_are_printed(society: Path, tcsg: Run) -> None:
    page = Page(html(tcsg, society, "--owner", "VH", "--since", "2032-01-01"))
    assert "only actions with owner VH, since 2032-01-01" in page.words
    told = figures(tcsg, society, "--owner", "VH", "--since", "2032-01-01")
    assert told["filter"] == {"owner": "VH", "since": "2032-01-01"}
    count, everything = told["count"], figures(tcsg, society)["count"]
    assert isinstance(count, int)
    assert isinstance(everything, int)
    assert 0 < count < everything


def test_a_past_day_is_the_report_of_that_day(society: Path, tcsg: Run, workspace: Build) -> None:
    past = tcsg("report", "--as-of", "2031-10-20", "--format", "json", cwd=society)
    early = workspace({p: t for p, t in files().items() if p < "minutes/2031-10-20" or p.endswith(".yaml")})
    for path in (early / "minutes").glob("*.md"):
        if path.name > "2031-10-20":
            path.unlink()
    (early / "minutes" / "ledger.yaml").unlink()
    then = tcsg("report", "--today", "2031-10-20", "--format", "json", cwd=early)
    assert (past.code, then.code) == (0, 0)
    assert json.loads(past.out)["as_of"] == "2031-10-20"
    assert past.out == then.out


def test_a_report_without_names_names_nobody(society: Path, tcsg: Run, tmp_path: Path) -> None:
    names = re.compile(r"\b(VH|RL|TO|IB|JM|PD|CW|Vera|Hall|Rosa|Lind|Tom|Okoro|Ines|Brand|Jonas|Marsh|Priya|Dale|Clem|Ward)\b")
    charts = tmp_path / "charts"
    for form in ("html", "md", "table", "json"):
        shown = tcsg("report", "--today", TODAY, "--format", form, "--owner", "VH", "--no-names", "--charts", str(charts), cwd=society)
        assert shown.code == 0
        assert names.findall(shown.out) == []
        assert "[name" in shown.out
    assert [names.findall(p.read_text(encoding="utf-8")) for p in charts.iterdir()] == [[], [], []]
    assert names.search(html(tcsg, society))


def test_lists_are_limited_and_the_rest_is_counted(society: Path, tcsg: Run) -> None:
    page = Page(html(tcsg, society, "--limit", "1"))
    overdue = figures(tcsg, society)["overdue"]
    assert isinstance(overdue, dict)
    assert f"and {overdue['count'] - 1} more" in page.words


def test_the_ending_of_a_file_says_what_it_holds(society: Path, tcsg: Run, tmp_path: Path) -> None:
    starts = {"a.html": "<!DOCTYPE html>", "a.md": "# Actions on", "a.json": '{\n  "schema": "tcsg/report/1"', "a.txt": "Actions on 5 August 2032\n"}
    for name, start in starts.items():
        done = tcsg("report", "--today", TODAY, "-o", str(tmp_path / name), cwd=society)
        assert (done.code, done.out) == (0, "")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    done = tcsg("report", "-o", str(tmp_path / "a.doc"), cwd=society)
    assert done.code == 2
    assert "say with --format what it should hold" in done.err


@pytest.mark.parametrize("option", [["-o", "minutes/report.md"], ["--charts", "minutes/charts"], ["-o", "minutes/2031/../a.html"]])
def test_a_report_is_not_put_among_the_minutes(society: Path, tcsg: Run, option: list[str]) -> None:
    before = sorted((society / "minutes").rglob("*"))
    done = tcsg("report", *option, cwd=society)
    assert done.code == 2
    assert "outside minutes/" in done.err
    assert sorted((society / "minutes").rglob("*")) == before


def test_another_report_is_named(society: Path, tcsg: Run) -> None:
    done = tcsg("report", "weather", cwd=society)
    assert done.code == 2
    assert "there is no report 'weather'; there is chair" in done.err
    assert tcsg("report", "chair", "--today", TODAY, "--format", "html", cwd=society).out == html(tcsg, society)


def test_a_file_that_cannot_be_written_is_said(society: Path, tcsg: Run, tmp_path: Path) -> None:
    done = tcsg("report", "-o", str(tmp_path / "none" / "a.html"), cwd=society)
    assert done.code == 2
    assert "a.html: No such file or directory" in done.err


def test_what_was_agreed_after_the_last_meeting_is_drawn(workspace: Build, tcsg: Run) -> None:
    root = workspace({"minutes/a.md": "---\ndate: 2031-01-02\npresent: [Tom Okoro]\n---\n\nNothing.\n"})
    assert tcsg("add", "Tom Okoro to mend the pump", "--due", "2031-02-01", "--on", "2031-01-10", cwd=root).code == 0
    assert tcsg("due", "2031-01-02.1", "2031-03-01", "--on", "2031-02-03", cwd=root).code == 0
    told = tcsg("report", "--today", "2031-04-01", "--format", "json", cwd=root)
    threads = json.loads(told.out)["threads"]
    assert [m["date"] for m in threads["meetings"]] == ["2031-01-02"]
    assert [(t["points"][0]["date"], [s["days"] for s in t["slips"]]) for t in threads["actions"]] == [("2031-01-10", [28])]
    assert "slipped once, 28 days" in Page(tcsg("report", "--today", "2031-04-01", "--format", "html", cwd=root).out).words


@pytest.mark.parametrize("form", ["html", "table", "md", "json"])
@pytest.mark.parametrize("minutes", [{}, {"minutes/a.md": "---\ndate: 2031-01-02\n---\n\nNothing.\n"}], ids=["no minutes", "no actions"])
def test_nothing_is_a_report_too(workspace: Build, tcsg: Run, form: str, minutes: dict[str, str]) -> None:
    done = tcsg("report", "--today", "2031-03-01", "--format", form, cwd=workspace(minutes))
    assert (done.code, done.err) == (0, "")
    assert ("No action is recorded here yet." in done.out) == (form != "json")


def test_a_thread_from_before_the_picture_comes_in_from_its_edge() -> None:
    meetings = (("30", date(2031, 3, 4)), ("31", date(2031, 4, 8)))
    marks = ((Mark.RAISED, "9", date(2029, 1, 1)), (Mark.MENTIONED, "30", date(2031, 3, 4)))
    item = Item("A9.1", "sweep", (), Status.OPEN, None, None, date(2029, 1, 1), "9", None, None, 900, None, 1)
    slipped = (Knot(date(2030, 1, 1), "20", date(2030, 1, 2), date(2030, 2, 2)), Knot(date(2031, 4, 8), "31", date(2031, 4, 1), date(2031, 5, 1)))
    thread = Thread(item, tuple(Point(*mark) for mark in marks), slipped)
    drawn = Loom(Weave(meetings, (thread,), 0, 29), date(2031, 5, 6)).thread(thread).body
    assert (drawn.count("<circle"), drawn.count('class="dark"'), drawn.count('class="knot"')) == (1, 0, 1)
    assert '<line class="weft" x1="0%"' in drawn
    assert slip(thread) == "slipped twice, 61 days"


def test_what_was_not_looked_up_is_said(society: Path, tcsg: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Not looked up" not in html(tcsg, society)
    monkeypatch.setattr("tcsg.cli.report._MENTIONS", 0)
    assert "Not looked up: where the date of 30 actions slipped." in Page(html(tcsg, society)).words


def test_every_section_is_told_in_every_format(society: Path, tcsg: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    extra = Part("more", "A section more", (Sentence("Said & done."),))
    monkeypatch.setattr("tcsg.output.report.parts.SECTIONS", (*SECTIONS, lambda _figures: extra))
    for form, said in {"html": "Said &amp; done.", "table": "Said & done.", "md": "Said \\& done."}.items():
        done = tcsg("report", "--today", TODAY, "--format", form, cwd=society)
        assert "A section more" in done.out
        assert said in done.out


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "0 days"), (1, "1 day"), (41, "41 days"), (42, "6 weeks"), (130, "4 months"), (729, "23 months"), (730, "2 years"), (1900, "5 years")],
)
def test_a_span_is_said_in_the_unit_that_a_person_would_use(days: int, said: str) -> None:
    assert words.span(days) == said
