"""Open, done or dropped, as words tell it; in doubt open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcsg.model import Status
from tcsg.reading import status as statuses
from tcsg.reading.status import find_status, read_report, read_status
from tcsg.reading.status_words import NAMED
from tcsg.reading.words import vocabulary as w


@pytest.mark.parametrize(
    ("phrase", "status"),
    [
        *(
            (phrase, Status.DONE)
            for phrase in ("done", "DONE", "Done!", "complete", "completed", "closed", "Action complete.", "Status: DONE", "✅", "actioned")
        ),
        *(
            (phrase, Status.DONE)
            for phrase in ("done 2031-02-25", "completed on 3 March", "closed 25 February 2031", "**Done**", "[done]", "now complete")
        ),
        *(
            (phrase, Status.DROPPED)
            for phrase in ("lapsed", "superseded", "no longer needed", "no longer required", "withdrawn", "cancelled", "overtaken by events")
        ),
        *((phrase, Status.DONE) for phrase in ("closed and done", "action closed")),
        *(
            (phrase, Status.DROPPED)
            for phrase in ("closed and superseded", "Action closed and replaced by new action", "closed and replaced by a new one")
        ),
        *(
            (phrase, Status.OPEN)
            for phrase in ("ongoing", "in progress", "not done", "no update", "deferred", "carried forward", "c/f", "continues", "reassigned")
        ),
        *(
            (phrase, Status.OPEN)
            for phrase in ("outstanding", "pending", "on hold", "not yet done", "deferred to May", "partly done", "done, but not paid")
        ),
        *((phrase, None) for phrase in ("", "   ", "green", "the work", "done deal with the bank and others", "x" * 100)),
    ],
)
def test_a_phrase_names_a_status_and_nothing_else(phrase: str, status: Status | None) -> None:
    assert read_status(phrase) == status


@pytest.mark.parametrize(
    ("text", "status", "task"),
    [
        ("[DONE] mend the net", Status.DONE, "mend the net"),
        ("(done) mend the net", Status.DONE, "mend the net"),
        ("DONE: mend the net", Status.DONE, "mend the net"),
        ("✅ mend the net", Status.DONE, "mend the net"),
        ("**DONE** mend the net", Status.DONE, "mend the net"),
        ("__no longer needed__ mend the net", Status.DROPPED, "mend the net"),
        ("**ONGOING** mend the net", Status.OPEN, "mend the net"),
        ("mend the net - done", Status.DONE, "mend the net"),
        ("mend the net – DONE 2031-02-25", Status.DONE, "mend the net"),
        ("mend the net (done)", Status.DONE, "mend the net"),
        ("mend the net [closed]", Status.DONE, "mend the net"),
        ("mend the net **COMPLETED**", Status.DONE, "mend the net"),
        ("mend the net. Done.", Status.DONE, "mend the net"),
        ("mend the net: ongoing", Status.OPEN, "mend the net"),
        ("mend the net; lapsed", Status.DROPPED, "mend the net"),
        ("mend the net - no longer needed", Status.DROPPED, "mend the net"),
    ],
)
def test_a_status_stands_before_or_behind_the_task(text: str, status: Status, task: str) -> None:
    told = find_status(text)
    assert told is not None
    assert told.status is status
    assert (text[told.end :] if told.start == 0 else text[: told.start]).strip(" .") == task


@pytest.mark.parametrize("text", ["~~mend the net~~", "~~mend the net~~ - done", "  ~~mend the net~~."])
def test_what_is_struck_through_is_done(text: str) -> None:
    told = find_status(text)
    assert told is not None
    assert told.status is Status.DONE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mend the net",
        "get the net done",
        "see that the gates are closed",
        "ask whether it is done",
        "open the gate",
        "close the hatch",
        "report what is complete",
        "**Active** members to mend the net",
        "**Boats** to be mended",
    ],
)
def test_a_task_that_only_uses_such_words_tells_no_status(text: str) -> None:
    assert find_status(text) is None


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Done!", Status.DONE),
        ("Status: DONE", Status.DONE),
        ("Action complete.", Status.DONE),
        ("Done - see the log book", Status.DONE),
        ("Completed; the net is mended.", Status.DONE),
        ("Cancelled: nobody fished.", Status.DROPPED),
        ("Ongoing, half of it is mended", Status.OPEN),
        ("Not done", Status.OPEN),
        ("The net is in the shed.", None),
        ("We asked when it will be done", None),
        ("x" * 300, None),
    ],
)
def test_a_line_below_an_action_reports_its_status(line: str, status: Status | None) -> None:
    assert read_report(line) == status


@given(st.text(max_size=80))
def test_the_span_of_a_status_lies_in_the_text(text: str) -> None:
    told = find_status(text)
    assert told is None or 0 <= told.start <= told.end <= len(text)


_TOLD = st.sampled_from(
    [
        *sorted(NAMED.keys() | w.FINISHED),
        "there",
        "40 %",
        "100% complete",
        "merged with 3.2",
        "duplicated 4.1",
        "same as 2",
        "we can close this action",
        "this item can be removed",
    ]
)
_HEDGED = st.sampled_from(["", "nearly ", "not ", "now ", "all ", "action ", "status: ", "half ", "to be ", "it was "])
_AROUND = st.sampled_from(
    [
        "{}",
        "Ann to row: {}",
        "Ann to row - {}.",
        "{}: Ann to row",
        "[{}] Ann to row",
        "Ann to row ({})",
        "Ann to row. {}",
        "Ann to row, {}",
        "Ann to row – {} – see the list",
        "**{}** Ann to row",
        "Ann to row __{}__",
        "Ann to row. {} https://example.org/row",
        "Ann to row ({}; at last)",
    ]
)


@given(_TOLD, _HEDGED, _AROUND, st.sampled_from([str, str.upper, str.capitalize]))
def test_no_status_is_missed_for_want_of_its_word(told: str, hedge: str, around: str, spelt: type[str]) -> None:
    text = around.format(spelt(f"{hedge}{told}"))
    quick = find_status(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(statuses, "may_tell_status", lambda *_: True)
        assert quick == find_status(text)
