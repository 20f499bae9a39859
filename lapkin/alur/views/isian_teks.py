"""What all forms of the SOP editor share: texts as Lapkin keeps them, whatever a browser does to them on the way.

Marks that nobody sees are dropped: they come along from Word and web pages, and make equal names differ.
"""

import re

from django import forms

from lapkin.sop.batas_isian import akhir_baris
from lapkin.sop.tampak import tampak

_GANTI_BARIS = re.compile(r"\s*[\r\n]+\s*")


def sebaris(teks):
    """A text as one line. A browser would drop the line breaks and glue the words together."""
    return _GANTI_BARIS.sub(" ", tampak(teks)).strip()


class InputSebaris(forms.TextInput):
    """A field of one line that shows a text of several lines with its words still apart."""

    def format_value(self, value):
        return super().format_value(sebaris(value) if isinstance(value, str) else value)


class TeksSebaris(forms.CharField):
    """A text of one line."""

    widget = InputSebaris

    def to_python(self, value):
        return sebaris(super().to_python(value))


class Teks(forms.CharField):
    """A text of several lines, `tinggi` of them shown; its lines end as everywhere in Lapkin."""

    def __init__(self, *, tinggi=2, attrs=None, **kwargs):
        rupa = {"rows": tinggi, "class": "rendah", **(attrs or {})}
        super().__init__(widget=forms.Textarea(attrs=rupa), **kwargs)

    def to_python(self, value):
        return akhir_baris(tampak(super().to_python(value)))


class IsianSop(forms.Form):
    """A form of the editor: a text that comes back as it was shown stays letter by letter what it was before."""

    def clean(self):
        isi = super().clean()
        for nama, nilai in isi.items():
            isi[nama] = self._semula(nama, nilai)
        return isi

    def _semula(self, nama, nilai):
        lama = self.get_initial_for_field(self.fields[nama], nama)
        teks = isinstance(lama, str) and isinstance(self.fields[nama], (Teks, TeksSebaris))
        return lama if teks and self.fields[nama].to_python(lama) == nilai else nilai
