"""The glossary is the code's own words."""

from lapkin.langkah.management.commands.istilah import TUJUAN, susun


def test_the_glossary_is_what_the_docstrings_say():
    assert TUJUAN.read_text(encoding="utf-8") == susun(), (
        "Jalankan bin/lapkin istilah lalu commit doc/istilah.md."
    )
