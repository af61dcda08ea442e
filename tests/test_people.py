"""Who was there, as minutes list it, and whom a word can mean."""

from __future__ import annotations

import pytest

from tcsg.model import Committee, Person
from tcsg.reading.logs import nicks_in
from tcsg.reading.markdown import scan
from tcsg.reading.minutes import read_minutes
from tcsg.reading.names import initials_of, names_of
from tcsg.reading.people import attendance
from tcsg.reading.person import read_person
from tcsg.reading.rolls import Title, read_title

NILS = Person("Nils Oberg", "NO")
TARA = Person("Tara Pell", "TP", "Treasurer")


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Nils Oberg", Person("Nils Oberg")),
        ("Nils Oberg (NO)", NILS),
        ("Nils Oberg [NO]", NILS),
        ("NO: Nils Oberg", NILS),
        ("NO - Nils Oberg", NILS),
        ("**Nils Oberg** (NO)", NILS),
        ("Tara Pell (TP), Treasurer", TARA),
        ("Tara Pell, Treasurer (TP)", TARA),
        ("Tara Pell – Treasurer (TP)", TARA),
        ("Tara Pell (TP - Treasurer)", TARA),
        ("Tara Pell\tTreasurer (TP)", TARA),
        ("Tara Pell    Treasurer (TP)", TARA),
        ("Tara Pell (Treasurer) (TP)", TARA),
        ("Tara Pell (Treasurer, TP)", TARA),
        ("Tara Pell (TP) (<i>Treasurer</i>)", TARA),
        ("Dr Tara Pell (TP), Treasurer", TARA),
        ("Cllr. Nils Oberg (NO)", NILS),
        ("Anna-Lena O’Dowd (ALO)", Person("Anna-Lena O’Dowd", "ALO")),
        ("Ludwig van Beek (LVB)", Person("Ludwig van Beek", "LVB")),
        ("@nils", Person("nils")),
        ("Tara Pell, Head of Fisheries, Rivers & Lakes (TP)", Person("Tara Pell", "TP", "Head of Fisheries, Rivers & Lakes")),
        ("Nils Oberg NO", NILS),
        ("Nils Oberg, NO", NILS),
        ("NO N. Erik Oberg", Person("N. Erik Oberg", "NO")),
        ("Nils Oberg (NOb)", Person("Nils Oberg", "NOb")),
        ("ii. Nils Oberg (Mill Trust)\\*", Person("Nils Oberg", None, "Mill Trust")),
        ("Nils Oberg -- (Mill Trust)", Person("Nils Oberg", None, "Mill Trust")),
        ("🌻 Nils Oberg 🎤", Person("Nils Oberg")),
        ("Nils Oberg :wave:", Person("Nils Oberg")),
        ("Nils Oberg(nils@mill.example) - Mill Trust", Person("Nils Oberg", None, "Mill Trust")),
        ("Nils Oberg from the mill", Person("Nils Oberg", None, "from the mill")),
        ("Nils Oberg on the phone", Person("Nils Oberg", None, "on the phone")),
        ("Nils by video link", Person("Nils", None, "by video link")),
        ("NO with Tara Pell", Person("NO", None, "with Tara Pell")),
        ("Nils late", Person("Nils", None, "late")),
        ("Nils M0ABC (Chair)", Person("Nils", None, "M0ABC, Chair")),
        ("Dean Marjorie Oberg", Person("Marjorie Oberg", None, "Dean")),
        ("District Cllr. N. Oberg", Person("N. Oberg")),
        ("Mill Trust (Peter Pell)", Person("Peter Pell", None, "Mill Trust")),
        ('Elizabeth "Bess" Marlow (EM)', Person('Elizabeth "Bess" Marlow', "EM")),
        ("JT Nelson, Mill Trust", Person("JT Nelson", None, "Mill Trust")),
        ("@tara:mill.example (41)", Person("tara")),
        ("reed_river (12)", Person("reed_river")),
        ("@reed@mill.example", Person("reed")),
        ("Rosa Blum @ Mill Trust", Person("Rosa Blum", None, "Mill Trust")),
        ("Alex Cook", Person("Alex Cook")),
        ("Per Fleming", Person("Per Fleming")),
        ("lotta Oberg", Person("lotta Oberg")),
    ],
)
def test_a_line_of_an_attendance_list_is_a_person(line: str, person: Person) -> None:
    assert read_person(line) == person


@pytest.mark.parametrize(
    "line",
    [
        "", "  ", "-", "The hall was opened at nine.", "14:00 – 15:00", "a quorum was present and voting", "x" * 400, "x", "Quorum",
"Quorum present", "Members absent", "Name", "Agenda", "Note taker", "Location", "Meeting Recording", "Roof Updates", "Painting Day",
        "Weir Limited", "12 others", "Roof leaks", "Fee agreed", "Boat team", "{: .no_toc}", "none", "Everybody", "logbot (11)", "rosa (0)",
        "Tara's tablet", "TBC",
    ],
)  # fmt: skip
def test_a_line_that_names_nobody_is_no_person(line: str) -> None:
    assert read_person(line) is None


def test_brackets_that_cannot_stand_for_the_name_are_no_initials() -> None:
    person = read_person("Tara Pell (NHS)")
    assert person is not None
    assert (person.name, person.initials) == ("Tara Pell", None)


@pytest.mark.parametrize(
    "text",
    [
        "Present: Nils Oberg (NO), Tara Pell (TP, Treasurer)\n\nApologies: Vic Nunn\n",
        "Present: Nils Oberg (NO), Tara Pell (TP, Treasurer)\nApologies: Vic Nunn\n",
        "**Present:** Nils Oberg (NO), Tara Pell (TP, Treasurer)\n\n**Apologies:** Vic Nunn\n",
        "Present:\n\nNils Oberg (NO)\nTara Pell\tTreasurer (TP)\n\nApologies\n\nVic Nunn\n",
        "## Present\n\n- Nils Oberg (NO)\n- Tara Pell, Treasurer (TP)\n\n## Apologies\n\n- Vic Nunn\n",
        "Attendees:\n* Nils Oberg (NO)\n* Tara Pell (TP), Treasurer\n\nRegrets:\n* Vic Nunn\n",
        "Members present:\n\n- NO: Nils Oberg\n- TP: Tara Pell, Treasurer\n\nAbsent: Vic Nunn\n",
        "Present Nils Oberg (NO), Tara Pell (TP, Treasurer)\n\nApologies from: Vic Nunn\n",
        "There were present Nils Oberg (NO) and Tara Pell (TP, Treasurer)\n\nApologies: Vic Nunn\n",
        "---\npresent:\n  NO: Nils Oberg\n  TP: Tara Pell, Treasurer\napologies: [Vic Nunn]\n---\n",
        "---\npresent:\n- Nils Oberg (NO)\n- Tara Pell (TP), Treasurer\napologies:\n- Vic Nunn\n---\n",
    ],
    ids=[
        "lines",
        "lines of one paragraph",
        "bold labels",
        "tabs",
        "headings",
        "bullets",
        "initials first",
        "no colon",
        "there were",
        "front matter, mapping",
        "front matter, list",
    ],
)
def test_the_people_of_a_meeting_are_found_however_they_are_listed(text: str) -> None:
    minutes = read_minutes(text + "\n1. Nets\n\nThe nets were mended by Lou Card.\n", "4.md", "", Committee())
    assert minutes.present == (NILS, TARA)
    assert minutes.apologies == (Person("Vic Nunn"),)
    assert minutes.people == (NILS, TARA, Person("Vic Nunn"))


@pytest.mark.parametrize(
    "title",
    [
        "Present", "Board members in attendance", "Voting member attendance", "TC attendees", "Chapter attendees", "Who joined", "Also attending",
        "Members present", "In attendance", "Current members that were present", "Attendees, absents & regrets", "Participating",
        "Call to order / roll call",
        "Projekt-Teilnehmer:innen", "Présent·e·s", "Present (quorum: 3)", "Aanwezig", "Presentes", "Teilgenommen haben",
        "Ont participé", "People present (lines said)", "On the call",
    ],
)  # fmt: skip
def test_a_title_that_speaks_of_those_who_came_opens_their_list(title: str) -> None:
    assert read_title(title) == Title()


@pytest.mark.parametrize("were", ["Present were", "Anwesend waren", "Étaient présents", "Sont présentes"])
def test_a_sentence_tells_who_was_there(were: str) -> None:
    minutes = read_minutes(f"{were} Nils Oberg, Lou Card und Tara Pell.\n\n## Nets\n\nThey leak.\n", "4.md", "", Committee())
    assert [person.name for person in minutes.present] == ["Nils Oberg", "Lou Card", "Tara Pell"]


def test_a_numbered_roll_has_its_people_further_in_whatever_they_are_called_together() -> None:
    roll = "1.  **Roll call**\n\n    1.  **Premier members**\n\n        1.  Nils Oberg (Oslo)\n\n        2.  Tara Pell (Bonn)\n\n    2.  Lou Card\n\n"
    minutes = read_minutes(f"{roll}2.  **Business**\n\n    1.  Vic Nunn (Vaasa)\n", "4.md", "", Committee())
    assert [person.name for person in minutes.present] == ["Nils Oberg", "Tara Pell", "Lou Card"]
    topics = read_minutes("1.  **Roll call**\n\n    1.  Boat Shed\n\n    2.  Tide Tables\n\n2.  **Business**\n", "4.md", "", Committee())
    assert topics.present == ()


def test_a_numbered_roll_has_people_whose_names_no_list_of_names_has() -> None:
    roll = "Members present:\n\n1. Prof. R. Malhotra, Head (Chairperson)\n2. Dr. A. K. Banik\n3. Lata Oberoi\n\n**Item 2: Lamps**\n\n"
    table = "| Item No. | Subject | Action taken |\n|---|---|---|\n| 1.1 | Lamps | Ordered |\n"
    assert [p.name for p in attendance(scan(roll + table)).present] == ["R. Malhotra", "A. K. Banik", "Lata Oberoi"]
    assert not attendance(scan("Members present:\n\n1. Welcome\n2. Finance Report\n3. Next Meeting\n")).present


def test_initials_of_which_two_lack_a_comma_are_people_each() -> None:
    assert [p.name for p in attendance(scan("## Present\n\nRB, IS TP, KK, CC\n")).present] == ["RB", "IS", "TP", "KK", "CC"]


def test_a_head_that_says_who_was_in_and_who_was_not_lists_them() -> None:
    found = attendance(scan("# Mill\n\nIn: Rosa, Ike, Kit. Ed on speaker phone (bad line)\nNot in: Vic (flu)\n\nIt rained."))
    assert [p.name for p in found.present] == ["Rosa", "Ike", "Kit", "Ed"]
    assert [p.name for p in found.apologies] == ["Vic"]
    assert not attendance(scan("# Mill\n\nIn: 400 pounds, Out: 300, Fees\n")).people


def test_what_was_there_is_nobody() -> None:
    minutes = read_minutes("Sont présents les plans de la cour.\n\n## Nets\n\nThey leak.\n", "4.md", "", Committee())
    assert minutes.present == ()


@pytest.mark.parametrize(
    "title",
    [
        "Apologies",
        "Not present",
        "Not in attendance",
        "Heute nicht anwesend",
        "Apologies / not present",
        "Unable to attend",
        "Absents excusés",
        "Afwezig",
    ],
)
def test_a_title_that_speaks_of_those_who_did_not_come_opens_their_list(title: str) -> None:
    assert read_title(title) == Title(away=True)


@pytest.mark.parametrize(
    "title",
    [
        "Attendance policy",
        "Present value",
        "Participants agree to mend it",
        "Roof",
        "Next meeting",
        "Quorum",
        "Rosa",
        "The future of our members",
        "Roles",
    ],
)
def test_a_title_about_something_else_opens_no_list(title: str) -> None:
    assert read_title(title) is None


@pytest.mark.parametrize("title", ["Members", "Board", "In person", "In the room", "Online", "Observers", "Who", "TSC members", "Guests / observers"])
def test_some_titles_are_of_people_only_where_people_are(title: str) -> None:
    found = read_title(title)
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize(
    ("text", "present", "apologies"),
    [
        ("Present: Nils Oberg, clerk; Tara Pell; Ike Sands", "Nils Oberg, Tara Pell, Ike Sands", ""),
        ("Present: Nils Oberg (NO), Tara Pell and Ike Sands.", "Nils Oberg, Tara Pell, Ike Sands", ""),
        ("Present: Nils Oberg, Treasurer, Ike Sands", "Nils Oberg, Ike Sands", ""),
        ("Here: Nils, Tara, Lars-Erik. Vic is on the train.", "Nils, Tara, Lars-Erik", ""),
        ("on the call: Nils (notes), Tara, Hanna. low tide", "Nils, Tara, Hanna", ""),
        ("Present: Anna Blum, DfT, Peter Sands, HMRC, Tom Unwin, Welsh Mills", "Anna Blum, Peter Sands, Tom Unwin", ""),
        ("Attendees: Anna Bell - Peter Day -  Tom Unwin", "Anna Bell, Peter Day, Tom Unwin", ""),
        ("Attendees: [x] Nils (mill) [x] Tara (weir) [ ] Ike (weir)", "Nils, Tara", "Ike"),
        ("Present: nils, k_pell, ike, 9 others. quorum: yes", "nils, k_pell, ike", ""),
        ("Present: NO TP IS", "NO, TP, IS", ""),
        ("Present: Nils Oberg, Tara Pell. Apologies: Ike Sands", "Nils Oberg, Tara Pell", "Ike Sands"),
        ("Present– Cllr N. Oberg (Chairman), Cllr T. Pell", "N. Oberg, T. Pell", ""),
        ("Present: Nils Oberg, Tara Pell, Deb\nStoltz, Ike Sands", "Nils Oberg, Tara Pell, Deb, Stoltz, Ike Sands", ""),
        (
            "Present: Nils Oberg (Mill Trust), Tara Pell (Weir Trust), Deborah\nStoltz, Ike Sands",
            "Nils Oberg, Tara Pell, Deborah Stoltz, Ike Sands",
            "",
        ),
        ("Present: Nils Oberg\nPlace: Mill hall\nStarted: 18:03", "Nils Oberg", ""),
        ("Present: ~~Nils Oberg~~, Tara Pell", "Tara Pell", ""),
        ("Regrets from Nils and Tara", "", "Nils, Tara"),
        ("Nils Oberg and Tara Pell sent their apologies.", "", "Nils Oberg, Tara Pell"),
        ("Attendees: All present (Nils, Tara, Ike)", "Nils, Tara, Ike", ""),
        ("Present:\n\nAnna Bell      Peter Day\nTom Unwin      Mary Ash", "Anna Bell, Peter Day, Tom Unwin, Mary Ash", ""),
        ("## Attendance\n\n- Mill: Nils Oberg, Tara Pell\n- Director: Ike Sands\n- Absent: Vic Nunn", "Nils Oberg, Tara Pell, Ike Sands", "Vic Nunn"),
        ("## Attendance\n\n- Mill Trust\n  - Nils Oberg\n  - Tara Pell\n- (two guests)\n- Ike Sands", "Nils Oberg, Tara Pell, Ike Sands", ""),
        ("## Present\n\nNils Oberg, Tara Pell, Ike Sands\n\nWe began late.", "Nils Oberg, Tara Pell, Ike Sands", ""),
        ("## Attendees\n\n- [x] Nils Oberg\n- [ ] Tara Pell\n- [x] Ike Sands", "Nils Oberg, Ike Sands", "Tara Pell"),
        ("## Attendees\n\n- [ ] Nils Oberg\n- [ ] Tara Pell", "Nils Oberg, Tara Pell", ""),
        ("| Name | Attended |\n|---|---|\n| Nils Oberg | ✅ |\n| Tara Pell | |\n| Ike Sands | regrets |", "Nils Oberg", "Tara Pell, Ike Sands"),
        ("| Present | Apologies |\n|---|---|\n| Nils Oberg | Ike Sands |\n| Tara Pell | |", "Nils Oberg, Tara Pell", "Ike Sands"),
        ("| | |\n|---|---|\n| **Present** | Nils Oberg, Tara Pell |\n| **Apologies** | Ike Sands |", "Nils Oberg, Tara Pell", "Ike Sands"),
        ("In person: Anna Bell, Tom Unwin\nRemote: Peter Day", "Anna Bell, Tom Unwin, Peter Day", ""),
        ("Present: Nils Oberg, Tara Pell\nScribe: Tara\nChair: NO", "Nils Oberg, Tara Pell", ""),
        ("Present: Nils Oberg, Tara Pell\n**Chair:** Ike Sands **Minutes:** Tara", "Nils Oberg, Tara Pell, Ike Sands", ""),
        ("Present: Nils Oberg\n\n## 4 May\n\nPresent: Nils, Tara P.\n\n## 5 May\n\nPresent: Tara Pell", "Nils Oberg, Tara Pell", ""),
        ("People present (lines said)\n\n 1. nils (58)\n 2. tara (31)\n 3. logbot (3)", "nils, tara", ""),
        ("---\nattendees: [Nils Oberg, Tara Pell]\nregrets: Ike Sands\n---\n", "Nils Oberg, Tara Pell", "Ike Sands"),
    ],
)
def test_lists_of_people_in_many_hands(text: str, present: str, apologies: str) -> None:
    minutes = read_minutes(text + "\n", "4.md", "", Committee())
    assert (", ".join(p.name for p in minutes.present), ", ".join(p.name for p in minutes.apologies)) == (present, apologies)


@pytest.mark.parametrize(
    "text",
    [
        "Present: 12 members",
        "Present: all",
        "Apologies: none received",
        "Chair: Nils Oberg",
        "Remote: https://mill.example/room",
        "Board: the roof leaks, the bar is shut",
        "## Online\n\n- Web shop\n- Club page",
        "## Team\n\n- Nils to order tea\n- Roof to be mended",
        "## Guests\n\n- Coffee\n- Badges",
        "## Apologies\n\n1. Lower Sluice\n2. Upper Gate",
        "Attendance\n\nAttendance was good. Nils Oberg was thanked.",
        "| Item | Who | Status |\n|---|---|---|\n| Mend the gate | Nils Oberg | x |\n| Oil the lock | Tara Pell | |",
    ],
)
def test_what_lists_nobody(text: str) -> None:
    assert attendance(scan(text + "\n")).people == ()


@pytest.mark.parametrize("below", ["- Roof\n- Fire Alarm", "- Roof Repair\n- Bar", "1. Roof\n2. Bar", "Lower Sluice\n\nIt leaks."])
def test_what_stands_below_a_list_on_one_line_is_nobody(below: str) -> None:
    found = attendance(scan(f"Present: Nils Oberg\n\n{below}\n"))
    assert [person.name for person in found.people] == ["Nils Oberg"]


def test_a_list_in_a_paragraph_takes_no_lines_but_its_own() -> None:
    found = attendance(scan("Present: Nils Oberg,\nTara Pell\nACTION: Tara to mend the gate\n"))
    assert found.lines == frozenset({1, 2})


def test_who_speaks_in_a_chat_log_is_known_by_the_nick() -> None:
    log = "".join(f"12:0{n} <{nick}> hello\n" for n, nick in enumerate(["Rosa_", "ike", "@tara", "Rosa_", "ike"]))
    assert nicks_in(log) == {"rosa_", "rosa", "ike", "tara"}
    assert nicks_in("<p> one\n<p> two\n<p> three\n<p> four\n") == frozenset()
    assert nicks_in("a < b > c\n" * 9) == frozenset()


def test_first_names_on_one_line_below_a_label_are_as_many_people() -> None:
    minutes = read_minutes("**Attending:**\n\nNils, TaraP, Vic, Ivy\n\n# Notes\n\nWe talked.\n", "4.md", "", Committee())
    assert [person.name for person in minutes.people] == ["Nils", "TaraP", "Vic", "Ivy"]


def test_a_table_of_attendance_lists_people() -> None:
    found = attendance(scan("## Attendance\n\n| Name | Role |\n|---|---|\n| Nils Oberg | Chair |\n| Tara Pell | Treasurer |\n"))
    assert [(person.name, person.role) for person in found.present] == [("Nils Oberg", "Chair"), ("Tara Pell", "Treasurer")]


def test_the_lines_of_the_list_are_told_and_what_follows_is_not_among_them() -> None:
    found = attendance(scan("Club night\n\nPresent:\n\n- Nils Oberg\n- Tara Pell\n\n1. Bar\n\nNils Oberg was thanked.\n"))
    assert found.lines == frozenset({5, 6})


def test_who_is_listed_twice_was_there() -> None:
    found = attendance(scan("Present: Nils Oberg, Vic Nunn\n\nApologies: Vic Nunn\n"))
    assert [person.name for person in found.present] == ["Nils Oberg", "Vic Nunn"]
    assert found.apologies == ()


@pytest.mark.parametrize("title", ["Any Other Business", "Lower Sluice"])
def test_a_title_below_a_list_on_one_line_is_nobody(title: str) -> None:
    found = attendance(scan(f"Present: Nils Oberg, Tara Pell\n\n{title}\n\nNothing was said.\n"))
    assert [person.name for person in found.people] == ["Nils Oberg", "Tara Pell"]


def test_minutes_without_a_list_have_nobody() -> None:
    assert attendance(scan("The present was a clock. Apologies were accepted.\n")).people == ()


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Nils Oberg", "NO"), ("Anna-Lena Dowd", "ALD"), ("Dr Nils Oberg", "NO"), ("Ludwig van Beek", "LVB"), ("Cher", "C"), ("Rev. Tom Ash", "TA")],
)
def test_initials_are_the_first_letters_of_a_name_without_its_title(name: str, initials: str) -> None:
    assert initials_of(name) == initials


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("NO", True),
        ("no", True),
        ("Nils", True),
        ("Oberg", True),
        ("nils oberg", True),
        ("VN", True),  # nobody wrote them, but they are the name's
        ("Vic", True),
        ("@tara", True),
        ("N", False),
        ("Nil", False),
        ("TV", False),
        ("Tara Oberg", False),
    ],
)
def test_a_word_means_a_person_by_name_part_of_a_name_or_initials(word: str, known: bool) -> None:
    assert names_of([NILS, TARA, Person("Vic Nunn")]).knows(word) is known


def test_front_matter_names_people_and_its_lines_count() -> None:
    minutes = read_minutes("---\nmeeting: 9\npresent: {UP: Ute Pohl}\n---\nACTION: UP to ring the smith", "4.md", "", Committee())
    assert (minutes.meeting, minutes.present) == ("9", (Person("Ute Pohl", "UP"),))
    assert [mention.line for mention in minutes.mentions] == [5]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Ruth (chair), Sue, Peter (books), Tess. Apologies May.", "Ruth Sue Peter Tess"),
        ("Round the stove: Oz (power), Letitia (bars), Kwame (stages)", "Oz Letitia Kwame"),
        (
            "**Slot A (08:00 UTC):** Khadija, Sumedha, Ari-Pekka\n**Slot B (17:00 UTC):** Ximena, Oumar, Leo",
            "Khadija Sumedha Ari-Pekka Ximena Oumar Leo",
        ),
        ("On the line: @gry-l (chair), @boniface, @hettie-k", "gry-l boniface hettie-k"),
        ("**Contributors in the call:** lola.eth (facilitator), 0xMarek, sunnyside", "lola.eth 0xMarek sunnyside"),
        ("da/here: ana, flo, Kemal, Tuuli", "ana flo Kemal Tuuli"),
        ("We sat at the mill, drank tea, and looked at the river", ""),
        ("Topics: Roof, Garden, Money", ""),
        ("To: Ruth, Sue, Peter", ""),
        ("Budget, roof, garden", ""),
        ("Estonia (absent), Finland: F. Claes; Ireland (absent), Portugal: A. Vaz", ""),
        ("## Roof\n\n- Ruth, Sue, Peter", ""),
    ],
)
def test_people_in_the_head_need_no_title_where_no_list_has_one(head: str, names: str) -> None:
    found = attendance(tuple(scan(f"# Minutes of 4 May\n\n{head}\n\nThe roof leaks.\n")))
    assert " ".join(person.name for person in found.people) == names
    titled = attendance(tuple(scan(f"# Minutes of 4 May\n\nPresent: Nils Oberg, Tara Pell\n\n{head}\n")))
    assert {"Nils Oberg", "Tara Pell"} <= {person.name for person in titled.people}


@pytest.mark.parametrize(
    ("line", "there"),
    [
        ("16:00 UT. On the line: Ann B., Bo, Cy (chair)", 3),
        ("10:30 Present: Ann, Bo", 2),
        ("10:30 Review of actions: Ann, Bo", 0),
        ("10:30 Welcome: Ann opened the meeting", 0),
    ],
)
def test_a_time_may_stand_before_who_was_there(line: str, there: int) -> None:
    assert len(attendance(scan(f"# Telecon\n\n{line}\n\n## Roof\n\nIt leaks.\n")).present) == there
