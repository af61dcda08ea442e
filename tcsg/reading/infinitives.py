"""Orders in languages that order with an infinitive: `Kasse abrechnen`, `Contacter la mairie`."""

from __future__ import annotations

from tcsg.reading.words.french import INFINITIVES as FRENCH
from tcsg.reading.words.german import INFINITIVES as GERMAN

_PREFIXES = (
    *("ab", "an", "auf", "aus", "bei", "durch", "ein", "fest", "fertig", "frei", "heraus", "herunter", "hin", "hoch", "los", "mit", "nach", "um"),
    *("unter", "vor", "weg", "weiter", "wieder", "zu", "zurück", "zusammen", "über", "ver", "be", "er", "ent"),
)
"""What a German verb may begin with: `abrechnen`, `weiterleiten`."""
_LONG = 200
"""Characters of an order."""


def orders_abroad(text: str) -> bool:
    """Whether words end with a German infinitive behind a thing, or begin with a French one."""
    words = text.split() if len(text) <= _LONG else ()
    if len(words) < 2:
        return False
    if orders_in_french(text):
        return True
    last = words[-1].rstrip(".!")
    return last.islower() and last.endswith("n") and _is_german(last)


def orders_in_french(text: str) -> bool:
    """Whether words begin with a French infinitive, as nobody speaks; in German proposals end with one as well."""
    words = text[:_LONG].split(maxsplit=1)
    return len(words) > 1 and words[0].casefold() in FRENCH and text.rstrip()[-1:] != "?"


def _is_german(word: str) -> bool:
    if word in GERMAN:
        return True
    return any(word[len(prefix) :] in GERMAN for prefix in _PREFIXES if word.startswith(prefix))
