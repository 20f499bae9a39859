"""Choosing several of a list, and who comes first among them: ticks with a number beside each."""

from collections import Counter

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join

_TERAKHIR = 99


class CentangBerurut(forms.CheckboxSelectMultiple):
    """Ticks with a place in the order beside each; the value is what is ticked: (choice, its place as typed)."""

    def value_from_datadict(self, data, files, name):
        dipilih = super().value_from_datadict(data, files, name) or []
        tempat = {str(nilai): urut for urut, (nilai, _) in enumerate(self.choices)}
        return [(nilai, data.get(f"{name}-urut-{tempat.get(nilai)}", "").strip()) for nilai in dipilih]

    def render(self, name, value, attrs=None, renderer=None):
        nomor = dict(value or ())
        awalan = (attrs or {}).get("id") or f"id_{name}"
        daftar = format_html_join(
            "",
            '<div class="butir-urut"><label for="{0}_{1}">'
            '<input type="checkbox" name="{2}" value="{3}" id="{0}_{1}"{5}> {4}</label>'
            '<input type="number" name="{2}-urut-{1}" value="{6}" min="1" max="99" aria-label="Urutan {4}"></div>',
            (
                (awalan, urut, name, nilai, kata, " checked" if nilai in nomor else "", nomor.get(nilai, ""))
                for urut, (nilai, kata) in enumerate(self.choices)
            ),
        )
        return format_html("<div>{}</div>", daftar)


class PilihanBerurut(forms.MultipleChoiceField):
    """Several choices in an order of their own: by their numbers, then as they are listed. Gives a tuple."""

    widget = CentangBerurut

    def prepare_value(self, value):
        """Choices as a row has them, in their order, which is worth a number where there is more than one."""
        daftar = [(satu, None) if isinstance(satu, str) else satu for satu in value or ()]
        return [
            (pilihan, (str(urut) if len(daftar) > 1 else "") if nomor is None else nomor)
            for urut, (pilihan, nomor) in enumerate(daftar, start=1)
        ]

    def has_changed(self, initial, data):
        return list(initial or ()) != [pilihan for pilihan, _ in data or ()]

    def clean(self, value):
        nomor = dict(value or ())
        dipilih = super().clean(list(nomor))
        bernomor = [_angka(nomor[pilihan]) for pilihan in dipilih if nomor[pilihan]]
        if ganda := [angka for angka, kali in Counter(bernomor).items() if kali > 1]:
            raise ValidationError(f"Urutan {ganda[0]} diberikan kepada lebih dari satu orang.")
        return tuple(sorted(dipilih, key=lambda satu: _angka(nomor[satu]) if nomor[satu] else _TERAKHIR + 1))


def _angka(teks):
    if teks.isascii() and teks.isdecimal() and 1 <= int(teks[:4]) <= _TERAKHIR:
        return int(teks)
    raise ValidationError(f"Urutan ditulis dengan angka 1 sampai {_TERAKHIR}.")
