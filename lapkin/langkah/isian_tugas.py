"""What the forms of the kinds of work have in common: the task, and that its kelengkapan is there."""

from django import forms

from lapkin.alur.queries import kelengkapan_kurang


class IsianTugas(forms.Form):
    """A form about one task; without the SOP's kelengkapan nothing is sent, and nothing typed is lost.

    `kembali`: it was sent to send the work back; then only what a return takes along (`TERBAWA`) must be right.
    """

    TERBAWA = ()

    def __init__(self, *args, tugas, pegawai, kembali=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.tugas = tugas
        self.pegawai = pegawai
        self.kembali = kembali

    def full_clean(self):
        super().full_clean()
        if self.kembali:
            for nama in self.errors.keys() - set(self.TERBAWA):
                del self.errors[nama]

    def terbawa(self) -> dict:
        """What a return takes along of a checked form."""
        return {nama: self.cleaned_data[nama] for nama in self.TERBAWA if nama in self.fields}

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
