"""Two hundred texts that want to be more than text: escapes, markup, formulas, commands, invisible and turning characters."""

from __future__ import annotations

_CONTROLS = [f"be{chr(code)}ll" for code in (*range(1, 32), 127, *range(0x80, 0xA0))]
_ESCAPES = [
    f"{intro}{body}"
    for intro in ("\x1b", "\x1b\x1b", "\\x1b", "\x9b", "\x9d", "\x90")
    for body in ("[31m", "[2J", "]0;title\x07", "]52;c;aGk=\x07", "]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\", "[6n", "c", "[?1049h")
]
_BIDI = [f"user{chr(code)}txt" for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]
_HIDDEN = [f"zero{chr(code)}width" for code in (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x2028, 0x2029, 0x180E, 0xFFF9, 0xE0041, 0x3164)]
_MARKUP = (
    "[x]⏎[ ]⏎[/]⏎[/b]⏎[red]a[/red]⏎[link=http://example.org]a[/link]⏎[@click=app.quit]a[/]⏎\\[bold]⏎[[x]]⏎[bold⏎bold]⏎[not a tag]⏎:smile:⏎:warning:⏎"
    "[b]a[/i]⏎[#ff0000]a⏎[on red]⏎[reverse]⏎**a**⏎__a__⏎`a`⏎|a|b|⏎<b>a</b>⏎<script>alert(1)</script>⏎<img src=x onerror=alert(1)>⏎&lt;⏎&amp;⏎"
    "<!-- -->⏎"
    "]]>⏎<![CDATA[⏎![a](b)⏎[a](javascript:b)⏎~~a~~⏎# a⏎@team⏎$(a)⏎$a$⏎{a}⏎{{a}}⏎%s⏎%(a)s⏎{0}⏎\\N{BULLET}"
).split("⏎")
_FORMULAS = "=1+1⏎+1⏎-1⏎@SUM(A1)⏎=cmd|' /C calc'!A0⏎＝1⏎＋1⏎－1⏎＠a⏎ =1⏎\t=1⏎'=1⏎\"=1⏎=HYPERLINK(\"a\")".split("⏎")
_COMMANDS = (
    "::error::a⏎"
    " ::error::a⏎::add-mask::a⏎::stop-commands::a⏎::set-env name=a::b⏎##[error]a⏎ ##[group]a⏎::debug::⏎::set-output name=a::b⏎%0A::error::a"
).split("⏎")
_PATHS = "../../etc/passwd⏎/etc/passwd⏎C:\\x⏎//host/x⏎-rf⏎--help⏎~⏎$HOME⏎a/../../b⏎%2e%2e/⏎|sh⏎;ls⏎&&ls".split("⏎")
_LANGUAGES = ["שלום עולם", "مرحبا", "e\u0301", "ﬁx", "Ａnna", "Анна", "😀", "👩‍💻", "𝔘nicode", "a" * 300, "q\u0300" * 40]

HOSTILE = tuple(dict.fromkeys([*_CONTROLS, *_ESCAPES, *_BIDI, *_HIDDEN, *_MARKUP, *_FORMULAS, *_COMMANDS, *_PATHS, *_LANGUAGES]))
