"""Texts without what nobody sees: marks that Word and the web leave behind and that make equal names differ."""

import re

# Zero-width spaces and joiners, marks that turn the direction of writing, soft hyphens, the mark of byte order.
_TAK_TAMPAK = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]"
)


def tampak(teks: str) -> str:
    """A text without its invisible marks; gaps and line breaks stay."""
    return _TAK_TAMPAK.sub("", teks)


def serata(teks: str) -> str:
    """A text without what a table does not keep of it: where its lines break and how wide its gaps are."""
    return " ".join(tampak(teks).replace("\xa0", " ").split())


def setara(teks: str) -> str:
    """A text without what does not tell names apart, case included: to find again, not to see what changed."""
    return serata(teks).casefold()
