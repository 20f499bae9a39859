"""What the forms of the kinds of work have in common: the task, and that its kelengkapan is there."""

from django import forms

from lapkin.alur.queries import kelengkapan_kurang


class IsianTugas(forms.Form):
    """A form about one task; without the SOP's kelengkapan nothing is sent, and nothing typed is lost."""

    def __init__(self, *args, tugas, pegawai, **kwargs):
        super().__init__(*args, **kwargs)
        self.tugas = tugas
        self.pegawai = pegawai

    def clean(self):
        if kurang := kelengkapan_kurang(self.tugas):
            raise forms.ValidationError(
                f"Isi dahulu kelengkapan: {'; '.join(kurang)}. Unggah berkasnya atau tuliskan alasannya."
            )
        return super().clean()


def teks_panjang(label, *, rows=4, **pilihan):
    """A field of paragraphs."""
    bidang = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=20_000, widget=bidang, **pilihan)


def catatan_lanjutan():
    """A note to whoever works next; it goes into the trail."""
    return teks_panjang("Catatan untuk pelaksana berikutnya", rows=2, required=False)


def baris_teks(teks: str) -> list[str]:
    """The lines of a text, without empty ones."""
    return [baris.strip() for baris in teks.splitlines() if baris.strip()]
