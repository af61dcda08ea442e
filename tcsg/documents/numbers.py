"""Numbers as lists write them: 1, 01, a, B, iv, XII."""

from __future__ import annotations

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LARGEST = 3999
_ALIASES = {"lowerletter": "a", "upperletter": "A", "lowerroman": "i", "upperroman": "I", "decimalzero": "01", "none": ""}


def written(number: int, form: str) -> str:
    """A number in the form of OOXML's `numFmt`, ODF's `num-format` or HTML's `type`; an unknown form is decimal, an empty one nothing."""
    form = _ALIASES.get(form.casefold(), form)
    if form == "":
        return ""
    if not 1 <= number <= _LARGEST:
        return str(number)
    match form:
        case "a" | "A":
            # After z come aa and bb, in Word as in LibreOffice's own default.
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter if form == "a" else letter.upper()
        case "i" | "I":
            return _roman(number) if form == "i" else _roman(number).upper()
        case "01":
            return f"{number:02}"
    return str(number)


def _roman(number: int) -> str:
    out = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)
